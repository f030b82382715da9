"""Approve a rotation that somebody else planned."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.rotation import (
    OwnRotation,
    RotationBegun,
    RotationDecided,
    RotationNotPlanned,
    approve,
)
from functions.directory.records import ROTATION_PLANS, ROTATIONS
from functions.directory.rotation_job import start_moving
from functions.directory.rotation_task import rotation_subject_id
from shared.accounts.administrators import ADMINISTRATION, LastAdministrator, require_administrator_left
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import short_date, wib_date
from shared.rules.notice import NoticeKind
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class RotationToApprove:
    """Which rotation."""

    rotation_id: str


@dataclass(frozen=True, slots=True)
class RotationApproved:
    """The job that writes it, none where nothing changes; ``already`` when the caller had approved it before."""

    job_id: str
    already: bool


@operation(
    permission=Permission.MANAGE_DIRECTORY,
    refuses=(
        RecordMissing,
        OwnRotation,
        RotationNotPlanned,
        RotationDecided,
        RotationBegun,
        LastAdministrator,
        ProofNeeded,
    ),
)
def approve_rotation(which: RotationToApprove, ctx: Context) -> RotationApproved:
    """Approve another person's rotation; its posts are written at once and held from its first day on."""
    rotation = ctx.get(ROTATIONS, which.rotation_id)
    if rotation.approved and rotation.approved.by == ctx.actor.id and rotation.cancelled is None:
        return RotationApproved(rotation.apply_job_id, already=True)
    plan = ctx.find(ROTATION_PLANS, rotation.id)
    task = find_task(TaskKind.ROTATION, rotation.id, ctx)

    total = len(plan.posts) if plan else 0
    job_id = ctx.new_id() if total else ""
    approved = approve(rotation, ctx.actor.id, ctx.now, wib_date(ctx.now), job_id)
    ended = {change.before for post in (plan.posts if plan else ()) for change in post.changes}
    left = require_administrator_left(ctx, lambda it: it in ended, rotation.first_day)
    require_recent_proof(ctx)

    ctx.put(ROTATIONS, approved)
    settle(task, ctx)
    request_notices(NoticeKind.ROTATION_APPROVED, rotation_subject_id(rotation.id), [rotation.owner_id], ctx)
    if left:
        ctx.put(ADMINISTRATION, left)
    if job_id:
        start_moving(rotation, f"Mutasi {short_date(rotation.first_day)}", job_id, total, ctx)
    return RotationApproved(job_id, already=False)
