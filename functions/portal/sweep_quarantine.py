"""Empty the quarantine of files that nobody has taken out of it."""

from __future__ import annotations

from datetime import timedelta

from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext

_LEFT_BEHIND = timedelta(hours=2)  # whoever sent a younger file may still finish it


@scheduled(cron="43 * * * *", catch_up=CatchUp.ONCE, journaled=False)
def sweep_quarantine(ctx: ReadContext) -> None:
    """Delete files that were sent and never taken in: given up, refused, or sent again by an old link."""
    ctx.ports.documents.sweep_quarantine(ctx.now - _LEFT_BEHIND)
