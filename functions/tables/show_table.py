"""Show a table: its rows in force, to come and past, what waits for a decision, and who decided what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from functions.tables.domain.proposal import Proposal, ProposalState
from functions.tables.known import all_rows, approved_rows, known_table
from functions.tables.records import OF_TABLE_NEWEST_FIRST, PROPOSALS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.rules.dated import DatedRow, Standing, in_force
from shared.tables.form import FormField, form_of
from shared.tables.rows import TABLE_ROWS
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEWEST = 100


@dataclass(frozen=True, slots=True)
class WhichTable:
    """Which table."""

    table_id: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row; without a proposal it came with the release. ``last_day`` is when it ends, as far as is known."""

    values: dict[str, str]
    standing: Standing
    valid_from: date
    last_day: date | None
    basis: str
    proposal_id: str


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A proposal beside the values that would hold on its first day without it; None where nothing would."""

    id: str
    state: ProposalState
    values: dict[str, str]
    before: dict[str, str] | None
    valid_from: date
    valid_to: date | None
    basis: str
    proposed_by: str
    proposed_at: Instant
    is_own: bool
    decided_by: str | None
    decided_at: Instant | None
    reason: str


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
        rows=tuple(_row(row, rows, wib_date(ctx.now)) for row in rows),
        proposals=tuple(_proposal(proposal, rows, ctx) for _, proposal in proposals.items),
    )


def _row(row: DatedRow, rows: Iterable[DatedRow], today: date) -> ShownRow:
    standing, last = row.standing(rows, today), row.last_day(rows)
    return ShownRow(row.values, standing, row.valid_from, last, row.basis, row.proposal_id)


def _proposal(proposal: Proposal, rows: Iterable[DatedRow], ctx: ReadContext) -> ShownProposal:
    row, decided = proposal.row, proposal.decided
    others = [it for it in rows if it.key == row.key and it.proposal_id != proposal.id]
    before: list[Any] = [it.values for it in in_force(others, row.valid_from)]
    return ShownProposal(
        id=proposal.id,
        state=proposal.state,
        values=row.values,
        before=before[0] if before else None,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        basis=row.basis,
        proposed_by=ctx.directory.person_name(proposal.proposed.by),
        proposed_at=proposal.proposed.at,
        is_own=proposal.proposed.by == ctx.actor.id,
        decided_by=ctx.directory.person_name(decided.by) if decided else None,
        decided_at=decided.at if decided else None,
        reason=decided.reason if decided else "",
    )
