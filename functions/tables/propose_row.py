"""Propose a row of a table for another person to approve."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from functions.tables.domain.proposal import Deed, Proposal, check_row
from functions.tables.known import all_rows, approved_rows, known_table
from functions.tables.proposal_tasks import as_subject, waiting_for_approval
from functions.tables.records import PROPOSALS
from shared import codec
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing, Refusal
from shared.rules.calendar import wib_date
from shared.rules.dated import Basis, DatedRow
from shared.tasks.ask import ask
from shared.values import Day
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from shared.tables.table import Table


class RowInvalid(Refusal):
    """Texts of the row that its columns do not take."""

    status = 422
    title = "Isian baris belum benar."


@dataclass(frozen=True, slots=True)
class RowToPropose:
    """A row: the text of each column, from when (and until when) it holds, and the regulation or policy behind it."""

    table_id: str
    values: dict[str, str]
    valid_from: Day
    basis: Basis
    valid_to: Day | None = None


@dataclass(frozen=True, slots=True)
class RowProposed:
    """The proposal, which waits for another person."""

    proposal_id: str


@operation(permission=Permission.PROPOSE_TABLES, refuses=(RecordMissing, RowInvalid))
def propose_row(proposed: RowToPropose, ctx: Context) -> RowProposed:
    """Propose a row of a table from a later day on."""
    table = known_table(proposed.table_id)
    rows = all_rows(table, approved_rows(table, ctx))

    row = _row(table, proposed.values, (proposed.valid_from, proposed.valid_to), proposed.basis)
    check_row(row, rows, wib_date(ctx.now), may_end=bool(table.key))
    proposal_id = ctx.new_id()
    row = replace(row, proposal_id=proposal_id)

    ctx.create(PROPOSALS, Proposal(proposal_id, table.id, row, Deed(ctx.actor.id, ctx.now)))
    ctx.create(SUBJECTS, as_subject(table, row))
    ask(waiting_for_approval(table, row, ctx), ctx)
    return RowProposed(proposal_id)


def _row(table: Table[Any], values: dict[str, str], dates: tuple[date, date | None], basis: str) -> DatedRow:
    """Return the row of texts as people typed them. Raises RowInvalid."""
    typed = {name: " ".join(text.split()) for name, text in values.items()}
    try:
        table.value(typed)
    except codec.Invalid as invalid:
        errors = [{"pointer": f"/values{it['pointer']}", "detail": it["detail"]} for it in invalid.errors]
        raise RowInvalid("Perbaiki isian yang ditandai.", errors=errors) from None
    return table.row(typed, *dates, basis)
