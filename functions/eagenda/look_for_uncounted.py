"""Look for closed attendance lists that wait to be counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from functions.eagenda.recaps import COUNTED_LISTS, ON_THE_WAY
from shared.events.eagenda_recaps import CountingMoved
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_TOGETHER = 20
_STANDS_STILL = timedelta(minutes=15)


@scheduled(cron="*/15 * * * *", catch_up=CatchUp.ONCE)
def look_for_uncounted(ctx: Context) -> None:
    """Have lists counted that were closed before there was a recap, are counted otherwise now, or got stuck.

    Counting twice is counting once, so one that is only slow comes to no harm.
    """
    page = ctx.list(
        COUNTED_LISTS,
        ON_THE_WAY,
        equal=(False,),
        high=ctx.now - _STANDS_STILL,
        limit=_TOGETHER,
        right_from="the schedule",
    )

    for _, counted in page.items:
        ctx.put(COUNTED_LISTS, replace(counted, asked_at=ctx.now))
        ctx.emit(CountingMoved(counted.agenda_id, ""))
