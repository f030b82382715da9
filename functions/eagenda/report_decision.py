"""Tell how far a decision of a meeting is carried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.decisions import DECISIONS, decision_task, own_decision
from functions.eagenda.domain.decision import (
    DecisionCancelled,
    DecisionState,
    NotOwner,
    ReportedState,
    report,
)
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.ask import ask, find_task, settle
from shared.tasks.task import TaskKind, TaskState
from shared.values import Text


@dataclass(frozen=True, slots=True)
class DecisionReport:
    """Of which decision, as its owner saw it, how far it is, and what there is to know; done needs a note."""

    decision_id: str
    version: int
    state: ReportedState
    note: Annotated[str, Text(0, 1000)] = ""


@dataclass(frozen=True, slots=True)
class DecisionReported:
    """How far it is; ``already`` when that was told before in the same words."""

    state: DecisionState
    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotOwner, DecisionCancelled, Stale))
def report_decision(told: DecisionReport, ctx: Context) -> DecisionReported:
    """Tell how far a decision is that the caller carries out; done takes the task away, anything else asks again."""
    decision = own_decision(told.decision_id, ctx)
    task = find_task(TaskKind.DECISION, decision.id, ctx)
    last = decision.reports[-1] if decision.reports else None

    same = last is not None and (last.state, last.note, last.by) == (told.state.value, told.note, ctx.actor.name)
    if same:
        return DecisionReported(decision.state, already=True)
    reported = report(decision, told.state, told.note, ctx.actor.name, ctx.now)

    ctx.put(DECISIONS, reported, seen=told.version)
    if not reported.is_open:
        settle(task, ctx)
    elif task is None or task.state is TaskState.SETTLED:
        ask(decision_task(reported, ctx), ctx, found=task)
    return DecisionReported(reported.state, already=False)
