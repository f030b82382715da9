"""Withdraw a proposal, or an approved row before its first day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.tables.domain.proposal import OwnProposal, ProposalDecided, ProposalState, withdraw
from functions.tables.known import approved_rows, known_table
from functions.tables.records import PROPOSALS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tables.rows import TABLE_ROWS
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Line


@dataclass(frozen=True, slots=True)
class ProposalToWithdraw:
    """Which proposal, and why."""

    proposal_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class ProposalWithdrawn:
    """The row will not hold."""

    proposal_id: str


@operation(permission=Permission.PROPOSE_TABLES, refuses=(RecordMissing, OwnProposal, ProposalDecided))
def withdraw_proposal(which: ProposalToWithdraw, ctx: Context) -> ProposalWithdrawn:
    """Withdraw one's own proposal, or before its first day a row that was approved."""
    proposal = ctx.get(PROPOSALS, which.proposal_id, right_from="the right to propose for tables")
    task = find_task(TaskKind.TABLE_PROPOSAL, proposal.id, ctx)
    approved = approved_rows(known_table(proposal.table_id), ctx)

    withdrawn = withdraw(proposal, ctx.actor.id, which.reason, ctx.now)

    if proposal.state is ProposalState.APPROVED:
        others = tuple(row for row in approved.rows if row.proposal_id != proposal.id)
        ctx.put(TABLE_ROWS, replace(approved, rows=others))
    ctx.put(PROPOSALS, withdrawn)
    settle(task, ctx)
    return ProposalWithdrawn(proposal.id)
