"""Look for spot checks that begin or end."""

from __future__ import annotations

from datetime import timedelta

from functions.eagenda.spot_check_records import DUE, SPOT_CHECKS
from shared.events.eagenda_spot_checks import SpotCheckDue
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_TOGETHER = 50
_JUST_NOW = timedelta(microseconds=1)  # a query leaves its upper bound out


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.ONCE)
def look_for_spot_checks(ctx: Context) -> None:
    """Tell of the checks whose moment has come; a timer has this look in their very second."""
    # A query in a command: which checks are due is known by their times alone.
    due = ctx.list(SPOT_CHECKS, DUE, high=ctx.now + _JUST_NOW, limit=_TOGETHER)

    for _, checks in due.items:
        ctx.emit(SpotCheckDue(checks.agenda_id, checks.due_at or ctx.now))
