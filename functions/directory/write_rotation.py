"""Write the next posts of a rotation, or give them back as they stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.directory.domain.rotation_plan import Change, PostChanged, PostChanges, changed, restored
from functions.directory.records import ROTATION_PLANS, ROTATIONS
from shared.directory.appointing import Post, load_post, write_posts
from shared.events.directory import RotationMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.jobs.job import Job
    from shared.rules.appointment import Appointment

_RIGHT = "the rotation that was approved"
_MOST = MOST_WRITES - 10  # the job, its part, the journal row


@dataclass(frozen=True, slots=True)
class _Written:
    post: Post
    changes: tuple[Change, ...]  # none where the post is left as it is
    appointments: tuple[Appointment, ...]


@reaction(to=RotationMoved)
def write_rotation(moved: RotationMoved, ctx: Context) -> None:
    """Write what was approved of the next posts, or undo it; a post that changed meanwhile is left as it is."""

    def work(job: Job) -> list[JobRow]:
        rotation = ctx.get(ROTATIONS, moved.rotation_id, right_from=_RIGHT)
        plan = ctx.get(ROTATION_PLANS, moved.rotation_id, right_from=_RIGHT)
        is_undo = job.id == rotation.undo_job_id
        posts = list(_next(plan.posts[job.done :]))
        written = [_decide(it, ctx, is_undo=is_undo) for it in posts]
        _write(written, ctx, is_undo=is_undo)
        numbered = enumerate(zip(posts, written, strict=True), job.done + 1)
        return [_line(number, plan.titles[post.position_id], it, is_undo=is_undo) for number, (post, it) in numbered]

    advance(moved, ctx, work)


def _next(posts: tuple[PostChanges, ...]) -> Iterator[PostChanges]:
    writes = 0
    for post in posts:
        own = 1 + 3 * len(post.changes)  # the seat, and for each change an appointment, a standing and a card
        writes += own
        if own < writes > _MOST:
            return
        yield post


def _decide(planned: PostChanges, ctx: Context, *, is_undo: bool) -> _Written:
    post = load_post(planned.position_id, ctx)
    apply = restored if is_undo else changed
    if post.last_day is not None and not is_undo and any(change.before is None for change in planned.changes):
        return _Written(post, (), post.seat.appointments)  # it was abolished meanwhile
    try:
        return _Written(post, planned.changes, apply(post.seat.appointments, planned.changes))
    except PostChanged:
        return _Written(post, (), post.seat.appointments)


def _write(written: list[_Written], ctx: Context, *, is_undo: bool) -> None:
    changes = [change for it in written for change in it.changes]
    posts = [(it.post, it.appointments) for it in written if it.changes]
    now = [change.before if is_undo else change.after for change in changes]
    gone = [change.after for change in changes if is_undo and change.before is None]
    write_posts(posts, filter(None, now), gone, ctx)


def _line(number: int, title: str, written: _Written, *, is_undo: bool) -> JobRow:
    if written.changes:
        return JobRow(number, title, RowVerdict.CHANGED)
    meant = "dibatalkan" if is_undo else "diterapkan"
    detail = f"Jabatan ini berubah sejak mutasi disusun, jadi tidak {meant}. Periksa di halaman jabatannya."
    return JobRow(number, title, RowVerdict.REFUSED, detail)
