"""A proposal as a task, which waits for those who may approve until the day before its row would hold; and as news."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from shared.permissions import Permission
from shared.rules.calendar import long_date, wib_time
from shared.tasks.task import Task, TaskKind, new_task, of_right
from shared.views.subjects import Subject, subject_id

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

if TYPE_CHECKING:
    from shared.kernel.context import Context
    from shared.rules.dated import DatedRow
    from shared.tables.table import Table


def as_subject(table: Table[Any], row: DatedRow) -> Subject:
    """Return a proposal as notices name it."""
    return Subject(proposal_subject_id(row.proposal_id), _title(table, row), _link(table))


def proposal_subject_id(proposal_id: str) -> str:
    """Return the id of a proposal as a subject."""
    return subject_id("table_proposals", proposal_id)


def waiting_for_approval(table: Table[Any], row: DatedRow, ctx: Context) -> Task:
    """Return what asks the other administrators to decide on a row."""
    return new_task(
        TaskKind.TABLE_PROPOSAL,
        row.proposal_id,
        within_id=table.id,
        addressees=(of_right(Permission.APPROVE_TABLES),),
        title=_title(table, row),
        detail=f"Usulan berlaku mulai {long_date(row.valid_from)}",
        link=_link(table),
        asker=ctx.actor,
        now=ctx.now,
        due=wib_time(row.valid_from - timedelta(days=1), "23:59"),
    )


def _title(table: Table[Any], row: DatedRow) -> str:
    return f"{table.title} ({_spoken(row.key)})" if row.key else table.title


def _spoken(key: str) -> str:
    """Return a row's key as people say it: a day is written out."""
    return long_date(date.fromisoformat(key)) if _DAY.fullmatch(key) else key


def _link(table: Table[Any]) -> str:
    return f"/administrasi/tabel/{table.id}"
