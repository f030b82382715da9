"""Changing a series from one of its days on, in the transaction of whatever changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.series import after_day
from functions.eagenda.domain.series_change import follow, goes_later, room_after
from functions.eagenda.series import (
    RIGHT,
    SERIES,
    SERIES_CHANGES,
    SeriesChange,
    days_of,
    require_free,
    series_subject,
    series_subject_id,
    taken_days,
    words_of,
)
from shared.events.eagenda_series import SeriesChangingMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.series import Series
    from shared.kernel.context import Context


def later_days(agenda: Agenda, series: Series, ctx: Context) -> list[Agenda]:
    """Return the days of the series after this one that still take place."""
    # A query in a command: each is read again by its key when its turn comes.
    assert agenda.series is not None  # noqa: S101 -- its series was found
    later = after_day(days_of(series.id, ctx), agenda.series)
    return [it for it in later if it.state is AgendaState.SCHEDULED and ctx.now < it.ends_at]


def require_room_each_day(before: Agenda, after: Agenda, later: list[Agenda], ctx: Context) -> None:
    """Refuse a change by which later days would take a room that is another meeting's. Raises RoomTaken."""
    following = [(it, follow(it, before, after, None)) for it in later if room_after(it, before, after) == after.room]
    times = [(wanted.starts_at, wanted.ends_at) for _, wanted in following]
    own = frozenset({before.id, *(it.id for it in later)})
    require_free(after.room, taken_days(after.room, times, ctx, own))


def start_changing(
    series: Series, before: Agenda, after: Agenda, later: list[Agenda], reason: str | None, ctx: Context
) -> str:
    """Have a job change the later days as this one was changed; return its id, or "" where there are none.

    ``note_series`` was called before anything was written.
    """
    told = after if after.state is AgendaState.SCHEDULED else before
    ctx.put(SUBJECTS, series_subject(series.id, told, words_of(series)))
    if not later:
        return ""
    job_id = ctx.new_id()
    ids = tuple(it.id for it in (reversed(later) if goes_later(before, after) else later))
    ctx.create(SERIES_CHANGES, SeriesChange(job_id, ids, before, after, ctx.actor.name, reason))
    ctx.put(SERIES, replace(series, job_id=job_id))
    title = f"Ubah seri: {after.title}" if told is after else f"Batalkan seri: {after.title}"
    page = f"/agenda/{after.id}"
    job = Job(job_id, ctx.actor.id, title, page, len(ids), ctx.now, ctx.now, is_cancellable=False)
    start(job, SeriesChangingMoved(job_id, 0, series.id), ctx)
    return job_id


def note_series(series: Series, ctx: Context) -> None:
    """Read how notices name a series, before anything is written."""
    ctx.find(SUBJECTS, series_subject_id(series.id), right_from=RIGHT)
