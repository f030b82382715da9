"""Approve a row that somebody else proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.tables.domain.proposal import OwnProposal, ProposalDecided, ProposalState, approve
from functions.tables.known import all_rows, approved_rows, known_table
from functions.tables.proposal_tasks import proposal_subject_id
from functions.tables.records import PROPOSALS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.notices.request import request_notices
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.tables.rows import TABLE_ROWS
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class ProposalToApprove:
    """Which proposal, and the version of the table that the approver saw it beside."""

    proposal_id: str
    table_version: int


@dataclass(frozen=True, slots=True)
class ProposalApproved:
    """The row will hold from its day on; ``already`` when the caller had approved it before."""

    already: bool


@operation(permission=Permission.APPROVE_TABLES, refuses=(RecordMissing, OwnProposal, ProposalDecided, Stale))
def approve_proposal(which: ProposalToApprove, ctx: Context) -> ProposalApproved:
    """Approve another person's proposal; its row holds from its day on."""
    proposal = ctx.get(PROPOSALS, which.proposal_id, right_from="the right to approve tables")
    task = find_task(TaskKind.TABLE_PROPOSAL, proposal.id, ctx)
    table = known_table(proposal.table_id)
    approved = approved_rows(table, ctx)

    if (
        proposal.state is ProposalState.APPROVED
        and proposal.decided is not None
        and proposal.decided.by == ctx.actor.id
    ):
        return ProposalApproved(already=True)
    decided = approve(proposal, all_rows(table, approved), ctx.actor.id, ctx.now, may_end=bool(table.key))

    ctx.put(TABLE_ROWS, replace(approved, rows=(*approved.rows, proposal.row)), seen=which.table_version)
    ctx.put(PROPOSALS, decided)
    settle(task, ctx)
    request_notices(NoticeKind.TABLE_ROW_APPROVED, proposal_subject_id(proposal.id), [proposal.proposed.by], ctx)
    return ProposalApproved(already=False)
