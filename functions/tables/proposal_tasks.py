"""A proposal as a task: it waits for those who may approve, until the day before its row would hold."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from shared.permissions import Permission
from shared.rules.calendar import long_date, wib_time
from shared.tasks.task import Task, TaskKind, new_task, of_right

if TYPE_CHECKING:
    from shared.kernel.context import Context
    from shared.rules.dated import DatedRow
    from shared.tables.table import Table


def waiting_for_approval(table: Table[Any], row: DatedRow, ctx: Context) -> Task:
    """Return what asks the other administrators to decide on a row."""
    key = f" ({row.key})" if row.key else ""
    return new_task(
        TaskKind.TABLE_PROPOSAL,
        row.proposal_id,
        within_id=table.id,
        addressees=(of_right(Permission.APPROVE_TABLES),),
        title=f"{table.title}{key}",
        detail=f"Usulan berlaku mulai {long_date(row.valid_from)}",
        link=f"/administrasi/tabel/{table.id}",
        asker=ctx.actor,
        now=ctx.now,
        due=wib_time(row.valid_from - timedelta(days=1), "23:59"),
    )
