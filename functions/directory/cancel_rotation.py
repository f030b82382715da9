"""Drop a planned rotation, or undo an approved one before its first day."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.rotation import (
    Decision,
    RotationBegun,
    RotationDecided,
    RotationMoving,
    RotationNotPlanned,
    RotationState,
    cancel,
)
from functions.directory.records import ROTATION_PLANS, ROTATIONS
from functions.directory.rotation_job import start_moving
from functions.directory.rotation_task import rotation_subject_id
from shared.jobs.job import JOBS, Job, JobState
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import short_date, wib_date
from shared.rules.notice import NoticeKind
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Line


@dataclass(frozen=True, slots=True)
class RotationToCancel:
    """Which rotation, and why."""

    rotation_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class RotationCancelled:
    """The job that restores what stood, none where nothing was written; ``already`` when it was cancelled before."""

    job_id: str
    already: bool


@operation(
    permission=Permission.MANAGE_DIRECTORY,
    refuses=(RecordMissing, RotationNotPlanned, RotationDecided, RotationBegun, RotationMoving),
)
def cancel_rotation(which: RotationToCancel, ctx: Context) -> RotationCancelled:
    """Drop a plan, or give every post of an approved rotation back as it stood; possible until the day before."""
    rotation = ctx.get(ROTATIONS, which.rotation_id)
    if rotation.cancelled and rotation.cancelled.by == ctx.actor.id:
        return RotationCancelled(rotation.undo_job_id, already=True)
    applying = _job(rotation.apply_job_id, ctx)
    plan = ctx.find(ROTATION_PLANS, rotation.id)
    task = find_task(TaskKind.ROTATION, rotation.id, ctx)

    is_approved = rotation.state is RotationState.APPROVED
    job_id = ctx.new_id() if is_approved and plan and plan.posts else ""
    is_moving = applying is not None and applying.state is JobState.STARTED
    decision = Decision(ctx.actor.id, ctx.now, which.reason)
    cancelled = cancel(rotation, decision, wib_date(ctx.now), job_id, is_moving=is_moving)

    ctx.put(ROTATIONS, cancelled)
    settle(task, ctx)
    if rotation.owner_id != ctx.actor.id:
        request_notices(NoticeKind.ROTATION_CANCELLED, rotation_subject_id(rotation.id), [rotation.owner_id], ctx)
    if job_id and plan:
        start_moving(rotation, f"Batalkan mutasi {short_date(rotation.first_day)}", job_id, len(plan.posts), ctx)
    return RotationCancelled(job_id, already=False)


def _job(job_id: str, ctx: Context) -> Job | None:
    return ctx.find(JOBS, job_id, right_from="the rotation that it belongs to") if job_id else None
