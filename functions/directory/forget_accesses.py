"""Forget who saw whose numbers once that was kept as long as declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.tables import ACCESS_RETENTION
from shared.disclosure import ACCESSES, OLDEST_FIRST
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on

if TYPE_CHECKING:
    from shared.ports.records import Transaction

_AT_ONCE = 100  # the rest waits for the next day


@scheduled(cron="37 3 * * *", catch_up=CatchUp.ONCE, journaled=False)
def forget_accesses(ctx: ReadContext) -> None:
    """Delete the rows of who saw whose numbers whose time is over; to delete one again changes nothing."""
    kept = value_on(wib_date(ctx.now), ACCESS_RETENTION, ctx).kept
    over = ctx.list(ACCESSES, OLDEST_FIRST, high=ctx.now - kept, limit=_AT_ONCE)

    def forget(transaction: Transaction) -> None:
        for key, _ in over.items:
            transaction.delete(ACCESSES.stored, key)

    if over.items:
        ctx.ports.records.transact(forget)
