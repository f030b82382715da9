"""Changing who is invited to a series from one of its days on, in the transaction of whatever asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.changed_series import later_days
from functions.eagenda.domain.invitees import require_open
from functions.eagenda.domain.series_list import SeriesListChange, part_count
from functions.eagenda.series import RIGHT, SERIES, series_subject, settled_series, words_of
from functions.eagenda.subjects import withdrawn_subject_id
from shared.events.eagenda_series import SeriesListMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.kernel.collections import TypedCollection
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.series import Series
    from shared.kernel.context import Context
    from shared.views.subjects import Subject

SERIES_LIST_CHANGES = TypedCollection(
    "agenda_series_list_changes", SeriesListChange, key=lambda it: it.job_id, matter=lambda it: it.agenda_ids[0]
)


@dataclass(frozen=True, slots=True)
class OpenSeries:
    """A series of which nothing is in work, and those of its days that are still to come, this one first."""

    series: Series
    days: tuple[Agenda, ...]

    @property
    def agenda(self) -> Agenda:
        """The day from which on it is changed."""
        return self.days[0]


def open_series(agenda_id: str, ctx: Context) -> OpenSeries:
    """Return the series of an agenda that the caller runs. Raises what hinders that its list is changed."""
    agenda = organised_agenda(agenda_id, ctx)
    require_open(agenda, ctx.now)
    series = settled_series(agenda, ctx)
    return OpenSeries(series, (agenda, *later_days(agenda, series, ctx)))


def invited_subject(found: OpenSeries, ctx: Context) -> Subject:
    """Return the series as the notice of an invitation names it; before anything is written."""
    return _noted(series_subject(found.series.id, found.agenda, words_of(found.series)), ctx)


def withdrawn_subject(found: OpenSeries, ctx: Context) -> Subject:
    """Return the series as those know it who cannot open it any more; before anything is written."""
    named = series_subject(found.series.id, found.agenda, words_of(found.series))
    return _noted(replace(named, id=withdrawn_subject_id(found.series.id), link="/agenda"), ctx)


def start_list_change(found: OpenSeries, change: SeriesListChange, title: str, subject: Subject, ctx: Context) -> None:
    """Have a job do it; until it has come to its end the series is in work."""
    plan = found.series.plan
    posts = tuple(dict.fromkeys((*plan.invited_posts, *change.posts)))
    ctx.put(SUBJECTS, subject)
    ctx.create(SERIES_LIST_CHANGES, change)
    ctx.put(SERIES, replace(found.series, job_id=change.job_id, plan=replace(plan, invited_posts=posts)))
    page = f"/agenda/{found.agenda.id}/undangan"
    job = Job(change.job_id, ctx.actor.id, title, page, part_count(change), ctx.now, ctx.now, is_cancellable=False)
    start(job, SeriesListMoved(change.job_id, 0, found.series.id), ctx)


def _noted(subject: Subject, ctx: Context) -> Subject:
    ctx.find(SUBJECTS, subject.id, right_from=RIGHT)
    return subject
