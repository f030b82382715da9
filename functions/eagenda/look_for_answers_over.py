"""Look for invitations whose time to be answered is over."""

from __future__ import annotations

from functions.eagenda.records import ASKED_UNTIL, INVITATIONS
from shared.events.eagenda import AnswersOver
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context


@scheduled(cron="*/15 * * * *", catch_up=CatchUp.ONCE)
def look_for_answers_over(ctx: Context) -> None:
    """Have invitations no longer asked about whose meeting is over."""
    # A query in a command: which invitations wait is known by their times alone.
    over = ctx.list(INVITATIONS, ASKED_UNTIL, high=ctx.now, limit=1)

    if over.items:
        ctx.emit(AnswersOver())
