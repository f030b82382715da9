"""Throw scans away that nobody registered for weeks, and those whose file never came."""

from __future__ import annotations

from datetime import timedelta

from functions.eoffice.domain.letter_scan import FINISH_WITHIN, LetterScanState, discarded
from functions.eoffice.letter_scans import LEFT_LYING, LETTER_SCANS, scan_limits
from shared.events.eoffice_letters import LetterScanDiscarded
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_AT_ONCE = 100  # the rest waits for the next hour


@scheduled(cron="37 * * * *", catch_up=CatchUp.ONCE)
def discard_letter_scans(ctx: Context) -> None:
    """Throw away what lies on a desk longer than the office keeps it; the files are deleted after that."""
    # A query in a command: which scans have lain too long is known by their times alone.
    kept = timedelta(days=scan_limits(ctx).kept_days)
    before = {LetterScanState.READY: ctx.now - kept, LetterScanState.EXPECTED: ctx.now - FINISH_WITHIN}
    pages = [ctx.list(LETTER_SCANS, LEFT_LYING, equal=(it,), high=high, limit=_AT_ONCE) for it, high in before.items()]

    for _, scan in (item for page in pages for item in page.items):
        ctx.put(LETTER_SCANS, discarded(scan, ctx.now))
        ctx.emit(LetterScanDiscarded(scan.id))
