"""Hand over the events that were left behind, and tidy the journal."""

from __future__ import annotations

from datetime import timedelta

from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext
from shared.kernel.journal import relay_events, sweep

_LEFT_BEHIND = timedelta(seconds=10)  # whoever wrote a younger row is still about to hand its events over


@scheduled(cron="* * * * *", catch_up=CatchUp.SKIP, journaled=False)
def sweep_journal(ctx: ReadContext) -> None:
    """Hand over the events that a crash or a silent bus left behind; close and shorten old journal rows."""
    records, bus = ctx.ports.records, ctx.ports.bus
    while relay_events(records, bus, ctx.now, before=ctx.now - _LEFT_BEHIND):
        pass
    sweep(records, ctx.now)
