"""How a table is shown: its rows, and its proposals beside what would hold without them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from functions.tables.domain.proposal import Proposal, ProposalState
from shared.kernel.context import ReadContext
from shared.rules.dated import DatedRow, Standing, in_force
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def shown_rows(rows: tuple[DatedRow, ...], today: date) -> tuple[ShownRow, ...]:
    """Return the rows of a table, in their order, each as it stands today among those of its key."""
    of_key: dict[str, list[DatedRow]] = defaultdict(list)
    for row in rows:
        of_key[row.key].append(row)
    return tuple(_shown_row(row, of_key[row.key], today) for row in rows)


def _shown_row(row: DatedRow, rows: list[DatedRow], today: date) -> ShownRow:
    standing, last = row.standing(rows, today), row.last_day(rows)
    return ShownRow(row.values, standing, row.valid_from, last, row.basis, row.proposal_id)


def shown_proposal(proposal: Proposal, rows: Iterable[DatedRow], ctx: ReadContext) -> ShownProposal:
    """Return a proposal beside what would hold on its first day without it."""
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
