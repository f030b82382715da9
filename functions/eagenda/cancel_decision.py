"""Take a decision of a meeting back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.decisions import DECISIONS, as_subject, decision_to_read
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.decision import DecisionDone, DecisionState, cancel
from functions.eagenda.given_decisions import tell
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Text
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class DecisionToCancel:
    """Which decision, as the office saw it, and why."""

    decision_id: str
    version: int
    reason: Annotated[str, Text(5, 300)]


@dataclass(frozen=True, slots=True)
class DecisionIsCancelled:
    """Nobody carries it out any more; ``already`` when it was taken back before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, DecisionDone, Stale))
def cancel_decision(which: DecisionToCancel, ctx: Context) -> DecisionIsCancelled:
    """Take back a decision of a meeting that the caller's office ran; its owner is told."""
    decision = decision_to_read(which.decision_id, ctx)
    reads_agenda = ctx.find(DECISIONS, decision.id) is not None
    if not reads_agenda or ctx.actor.organisation_id != decision.organisation_id:
        raise NotOrganiser("Hubungi penyelenggara rapatnya.")
    task = find_task(TaskKind.DECISION, decision.id, ctx)
    ctx.find(SUBJECTS, as_subject(decision).id, right_from="the decision")

    already = decision.state is DecisionState.CANCELLED
    if not already:
        cancelled = cancel(decision, which.reason, ctx.actor.name, ctx.now)

        ctx.put(DECISIONS, cancelled, seen=which.version)
        ctx.put(SUBJECTS, as_subject(cancelled))
        settle(task, ctx)
        tell(cancelled, NoticeKind.DECISION_CANCELLED, ctx)
    return DecisionIsCancelled(already)
