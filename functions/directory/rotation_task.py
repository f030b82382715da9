"""A planned rotation as a task, which waits for others who manage the directory until the day before; and as news."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from shared.permissions import Permission
from shared.rules.calendar import long_date, wib_time
from shared.tasks.task import Task, TaskKind, new_task, of_right
from shared.views.subjects import Subject, subject_id

if TYPE_CHECKING:
    from functions.directory.domain.rotation import Rotation
    from shared.kernel.context import Context


def as_subject(rotation: Rotation) -> Subject:
    """Return a plan as notices name it."""
    title = f"{_title(rotation)} mulai {long_date(rotation.first_day)}"
    return Subject(rotation_subject_id(rotation.id), title, rotation_link(rotation))


def rotation_subject_id(rotation_id: str) -> str:
    """Return the id of a plan as a subject."""
    return subject_id("rotations", rotation_id)


def rotation_link(rotation: Rotation) -> str:
    """Return where a plan is looked at."""
    return f"/administrasi/mutasi/{rotation.id}"


def waiting_for_approval(rotation: Rotation, ctx: Context) -> Task:
    """Return what asks the others to decide on a plan."""
    return new_task(
        TaskKind.ROTATION,
        rotation.id,
        within_id=rotation.id,
        addressees=(of_right(Permission.MANAGE_DIRECTORY),),
        title=_title(rotation),
        detail=f"Mulai {long_date(rotation.first_day)}, {rotation.basis}",
        link=rotation_link(rotation),
        asker=ctx.actor,
        now=ctx.now,
        due=wib_time(rotation.first_day - timedelta(days=1), "23:59"),
    )


def _title(rotation: Rotation) -> str:
    return f"Mutasi {rotation.rows} pejabat"
