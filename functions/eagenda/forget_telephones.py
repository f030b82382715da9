"""Forget the telephone numbers of guests once the time for which they were asked is over."""

from __future__ import annotations

from functions.eagenda.domain.guest import forget_telephone
from functions.eagenda.guests import BY_TELEPHONES_END, GUESTS
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_IN_ONE_GO = 100


@scheduled(cron="*/15 * * * *", catch_up=CatchUp.ONCE)
def forget_telephones(ctx: Context) -> None:
    """Take the telephone numbers whose time is over out of the guests' rows; what is left, the next run takes."""
    over = ctx.list(GUESTS, BY_TELEPHONES_END, high=ctx.now, limit=_IN_ONE_GO)

    for _, guest in over.items:
        ctx.put(GUESTS, forget_telephone(guest))
