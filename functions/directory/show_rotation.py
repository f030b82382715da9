"""Show a rotation: its plan or faults, who decided, and how far its jobs have come."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.rotation import RotationState
from functions.directory.records import ROTATION_PLANS, ROTATIONS
from functions.directory.shown_rotation import ShownMove, ShownRotation, shown_decision, shown_job
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date


@dataclass(frozen=True, slots=True)
class WhichRotation:
    """Which rotation."""

    rotation_id: str


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
        approved=shown_decision(found.approved, ctx),
        cancelled=shown_decision(found.cancelled, ctx),
        apply=shown_job(found.apply_job_id, ctx),
        undo=shown_job(found.undo_job_id, ctx),
    )
