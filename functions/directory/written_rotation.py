"""Writing a post of a rotation: what it becomes, or what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.directory.domain.rotation_plan import Change, PostChanged, PostChanges, changed, restored
from shared.directory.appointing import Post, load_post, write_posts
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.rules.appointment import Appointment


@dataclass(frozen=True, slots=True)
class WrittenPost:
    """A post as it is to be written; without changes it is left as it is."""

    post: Post
    changes: tuple[Change, ...]
    appointments: tuple[Appointment, ...]


def decide_post(planned: PostChanges, ctx: Context, *, is_undo: bool) -> WrittenPost:
    """Read a post and decide; what changed meanwhile or was abolished is left as it is."""
    post = load_post(planned.position_id, ctx)
    apply = restored if is_undo else changed
    if post.last_day is not None and not is_undo and any(change.before is None for change in planned.changes):
        return WrittenPost(post, (), post.seat.appointments)  # it was abolished meanwhile
    try:
        return WrittenPost(post, planned.changes, apply(post.seat.appointments, planned.changes))
    except PostChanged:
        return WrittenPost(post, (), post.seat.appointments)


def write_decided(written: list[WrittenPost], ctx: Context, *, is_undo: bool) -> None:
    """Write these posts together."""
    changes = [change for it in written for change in it.changes]
    posts = [(it.post, it.appointments) for it in written if it.changes]
    now = [change.before if is_undo else change.after for change in changes]
    gone = [change.after for change in changes if is_undo and change.before is None]
    write_posts(posts, filter(None, now), gone, ctx)


def report_line(number: int, title: str, written: WrittenPost, *, is_undo: bool) -> JobRow:
    """Return what the report says of a post."""
    if written.changes:
        return JobRow(number, title, RowVerdict.CHANGED)
    meant = "dibatalkan" if is_undo else "diterapkan"
    detail = f"Jabatan ini berubah sejak mutasi disusun, jadi tidak {meant}. Periksa di halaman jabatannya."
    return JobRow(number, title, RowVerdict.REFUSED, detail)
