"""Look for decisions whose owners are to be reminded."""

from __future__ import annotations

from datetime import timedelta

from functions.eagenda.decisions import DECISIONS, TO_REMIND
from shared.events.eagenda_follow_up import DecisionsToRemind
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_THIS_MINUTE = timedelta(minutes=1)  # a query leaves its upper bound out


@scheduled(cron="0 7 * * *", catch_up=CatchUp.ONCE)
def look_for_decisions_due(ctx: Context) -> None:
    """Have owners reminded each morning of what is due soon or overdue; also after the server was off, once."""
    # A query in a command: which decisions wait for a reminder is known by their times alone.
    due = ctx.list(DECISIONS, TO_REMIND, high=ctx.now + _THIS_MINUTE, limit=1)

    if due.items:
        ctx.emit(DecisionsToRemind())
