"""Reject a row that somebody else proposed."""

from __future__ import annotations

from dataclasses import dataclass

from functions.tables.domain.proposal import OwnProposal, ProposalDecided, reject
from functions.tables.proposal_tasks import proposal_subject_id
from functions.tables.records import PROPOSALS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Line


@dataclass(frozen=True, slots=True)
class ProposalToReject:
    """Which proposal, and why not."""

    proposal_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class ProposalRejected:
    """The proposal is closed."""

    proposal_id: str


@operation(permission=Permission.APPROVE_TABLES, refuses=(RecordMissing, OwnProposal, ProposalDecided))
def reject_proposal(which: ProposalToReject, ctx: Context) -> ProposalRejected:
    """Reject another person's proposal and say why."""
    proposal = ctx.get(PROPOSALS, which.proposal_id, right_from="the right to approve tables")
    task = find_task(TaskKind.TABLE_PROPOSAL, proposal.id, ctx)

    rejected = reject(proposal, ctx.actor.id, which.reason, ctx.now)

    ctx.put(PROPOSALS, rejected)
    settle(task, ctx)
    request_notices(NoticeKind.TABLE_ROW_REJECTED, proposal_subject_id(proposal.id), [proposal.proposed.by], ctx)
    return ProposalRejected(proposal.id)
