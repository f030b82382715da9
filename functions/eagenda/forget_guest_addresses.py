"""Forget the e-mail addresses of invited guests once the time for which they were asked is over."""

from __future__ import annotations

from functions.eagenda.domain.invited_guest import forget_email
from functions.eagenda.invited_guests import BY_EMAILS_END, INVITED_GUESTS
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_IN_ONE_GO = 100


@scheduled(cron="7,22,37,52 * * * *", catch_up=CatchUp.ONCE)
def forget_guest_addresses(ctx: Context) -> None:
    """Take the addresses whose time is over out of the guests' rows; what is left, the next run takes."""
    over = ctx.list(INVITED_GUESTS, BY_EMAILS_END, high=ctx.now, limit=_IN_ONE_GO)

    for _, guest in over.items:
        ctx.put(INVITED_GUESTS, forget_email(guest))
