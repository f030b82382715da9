"""The job that writes an approved rotation, or gives back what it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.rotation_task import rotation_link
from shared.events.directory import RotationMoved
from shared.jobs.advance import start
from shared.jobs.job import Job

if TYPE_CHECKING:
    from functions.directory.domain.rotation import Rotation
    from shared.kernel.context import Context


def start_moving(rotation: Rotation, title: str, job_id: str, posts: int, ctx: Context) -> None:
    """Begin to move so many posts, for the caller."""
    page = rotation_link(rotation)
    job = Job(job_id, ctx.actor.id, title, page, posts, ctx.now, ctx.now, is_cancellable=False)
    start(job, RotationMoved(job_id, 0, rotation.id), ctx)
