"""Show a table: its rows in force, to come and past, what waits for a decision, and who decided what."""

from __future__ import annotations

from dataclasses import dataclass

from functions.tables.known import all_rows, approved_rows, known_table
from functions.tables.records import OF_TABLE_NEWEST_FIRST, PROPOSALS
from functions.tables.shown_table import ShownProposal, ShownRow, shown_proposal, shown_rows
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tables.form import FormField, form_of
from shared.tables.rows import TABLE_ROWS

_NEWEST = 100


@dataclass(frozen=True, slots=True)
class WhichTable:
    """Which table."""

    table_id: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The table as of today; ``version`` goes back with an approval."""

    id: str
    title: str
    purpose: str
    fields: tuple[FormField, ...]
    may_end: bool
    version: int
    rows: tuple[ShownRow, ...]
    proposals: tuple[ShownProposal, ...]


@query(permission=Permission.READ_TABLES, refuses=(RecordMissing,))
def show_table(which: WhichTable, ctx: ReadContext) -> ShownTable:
    """Show a table with its rows, its proposals and their history."""
    table = known_table(which.table_id)
    approved = approved_rows(table, ctx)
    proposals = ctx.list(PROPOSALS, OF_TABLE_NEWEST_FIRST, equal=(table.id,), limit=_NEWEST)

    rows = all_rows(table, approved)
    return ShownTable(
        id=table.id,
        title=table.title,
        purpose=table.purpose,
        fields=form_of(table),
        may_end=bool(table.key),
        version=ctx.version(TABLE_ROWS, table.id),
        rows=shown_rows(rows, wib_date(ctx.now)),
        proposals=tuple(shown_proposal(proposal, rows, ctx) for _, proposal in proposals.items),
    )
