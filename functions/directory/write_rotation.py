"""Write the next posts of a rotation, or give them back as they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.rotation_plan import PostChanges
from functions.directory.records import ROTATION_PLANS, ROTATIONS
from functions.directory.written_rotation import decide_post, report_line, write_decided
from shared.events.directory import RotationMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.jobs.job import Job

_RIGHT = "the rotation that was approved"
_MOST = MOST_WRITES - 10  # the job, its part, the journal row


@reaction(to=RotationMoved)
def write_rotation(moved: RotationMoved, ctx: Context) -> None:
    """Write what was approved of the next posts, or undo it; a post that changed meanwhile is left as it is."""

    def work(job: Job) -> list[JobRow]:
        rotation = ctx.get(ROTATIONS, moved.rotation_id, right_from=_RIGHT)
        plan = ctx.get(ROTATION_PLANS, moved.rotation_id, right_from=_RIGHT)
        is_undo = job.id == rotation.undo_job_id
        posts = list(_next(plan.posts[job.done :]))
        written = [decide_post(it, ctx, is_undo=is_undo) for it in posts]
        write_decided(written, ctx, is_undo=is_undo)
        numbered = enumerate(zip(posts, written, strict=True), job.done + 1)
        return [
            report_line(number, plan.titles[post.position_id], it, is_undo=is_undo) for number, (post, it) in numbered
        ]

    advance(moved, ctx, work)


def _next(posts: tuple[PostChanges, ...]) -> Iterator[PostChanges]:
    writes = 0
    for post in posts:
        own = 1 + 3 * len(post.changes)  # the seat, and for each change an appointment, a standing and a card
        writes += own
        if own < writes > _MOST:
            return
        yield post
