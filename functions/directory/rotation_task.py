"""A planned rotation as a task: it waits for the others who manage the directory until the day before it begins."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from shared.permissions import Permission
from shared.rules.calendar import long_date, wib_time
from shared.tasks.task import Task, TaskKind, new_task, of_right

if TYPE_CHECKING:
    from functions.directory.domain.rotation import Rotation
    from shared.kernel.context import Context


def waiting_for_approval(rotation: Rotation, ctx: Context) -> Task:
    """Return what asks the others to decide on a plan."""
    return new_task(
        TaskKind.ROTATION,
        rotation.id,
        within_id=rotation.id,
        addressees=(of_right(Permission.MANAGE_DIRECTORY),),
        title=f"Mutasi {rotation.rows} pejabat",
        detail=f"Mulai {long_date(rotation.first_day)}, {rotation.basis}",
        link=f"/administrasi/mutasi/{rotation.id}",
        asker=ctx.actor,
        now=ctx.now,
        due=wib_time(rotation.first_day - timedelta(days=1), "23:59"),
    )
