"""How a rotation is shown: its moves, who decided on it, and the jobs that carry it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.domain.rotation import Decision, RotationState, RowFault
from functions.directory.records import VacatedPost
from shared.jobs.job import JOBS, Job
from shared.kernel.context import ReadContext
from shared.rules.appointment import AppointmentKind
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ShownMove:
    """A row: who gets which post how, the posts that they leave, and who leaves the post for them."""

    number: int
    name: str
    kind: AppointmentKind
    title: str
    office: str
    leaves: tuple[str, ...]
    replaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """Who decided and when."""

    name: str
    at: Instant
    reason: str


@dataclass(frozen=True, slots=True)
class ShownRotation:
    """A rotation; ``may_cancel`` until the day before its first day."""

    id: str
    first_day: date
    basis: str
    file_name: str
    state: RotationState
    is_own: bool
    may_cancel: bool
    planned_by: str
    planned_at: Instant
    faults: tuple[RowFault, ...]
    moves: tuple[ShownMove, ...]
    vacant: tuple[VacatedPost, ...]
    without_post: tuple[str, ...]
    approved: ShownDecision | None
    cancelled: ShownDecision | None
    apply: Job | None
    undo: Job | None


def shown_decision(decision: Decision | None, ctx: ReadContext) -> ShownDecision | None:
    """Return who decided, if somebody did."""
    if decision is None:
        return None
    return ShownDecision(ctx.directory.person_name(decision.by), decision.at, decision.reason)


def shown_job(job_id: str, ctx: ReadContext) -> Job | None:
    """Return the job that carries the rotation out or back, once there is one."""
    return ctx.find(JOBS, job_id, right_from="the rotation that it belongs to") if job_id else None
