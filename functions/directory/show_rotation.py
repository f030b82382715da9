"""Show a rotation: its plan or faults, who decided, and how far its jobs have come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.domain.rotation import Decision, RotationState, RowFault
from functions.directory.records import ROTATION_PLANS, ROTATIONS, VacatedPost
from shared.jobs.job import JOBS, Job
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichRotation:
    """Which rotation."""

    rotation_id: str


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


@query(permission=Permission.MANAGE_DIRECTORY, refuses=(RecordMissing,))
def show_rotation(which: WhichRotation, ctx: ReadContext) -> ShownRotation:
    """Show a rotation with every difference that it makes."""
    found = ctx.get(ROTATIONS, which.rotation_id)
    plan = ctx.find(ROTATION_PLANS, found.id)

    is_open = found.state is RotationState.PLANNED or (
        found.state is RotationState.APPROVED and wib_date(ctx.now) < found.first_day
    )
    return ShownRotation(
        id=found.id,
        first_day=found.first_day,
        basis=found.basis,
        file_name=found.name,
        state=found.state,
        is_own=found.owner_id == ctx.actor.id,
        may_cancel=is_open,
        planned_by=ctx.directory.person_name(found.owner_id),
        planned_at=found.announced_at,
        faults=found.faults,
        moves=tuple(
            ShownMove(it.move.number, it.name, it.move.kind, it.title, it.office, it.leaves, it.replaces)
            for it in (plan.moves if plan else ())
        ),
        vacant=plan.vacant if plan else (),
        without_post=plan.without_post if plan else (),
        approved=_decision(found.approved, ctx),
        cancelled=_decision(found.cancelled, ctx),
        apply=_job(found.apply_job_id, ctx),
        undo=_job(found.undo_job_id, ctx),
    )


def _decision(decision: Decision | None, ctx: ReadContext) -> ShownDecision | None:
    if decision is None:
        return None
    return ShownDecision(ctx.directory.person_name(decision.by), decision.at, decision.reason)


def _job(job_id: str, ctx: ReadContext) -> Job | None:
    return ctx.find(JOBS, job_id, right_from="the rotation that it belongs to") if job_id else None
