"""Show the days of a series to those who see one of them."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.series import day_agenda_id
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from functions.eagenda.series import RIGHT, SERIES, days_of, words_of
from shared.jobs.job import JOBS, JobState
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.values import Instant

_OWN = "the caller's own invitation"


@dataclass(frozen=True, slots=True)
class OneOfSeries:
    """An agenda of the series."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class DayOfSeries:
    """An agenda of the series that the caller may open."""

    agenda_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """The rule in words, and the agendas that the caller may open, in order of time; ``in_work`` while a job runs.

    ``refused`` is what the last job could not do and why, for whoever started it.
    """

    words: str
    days: tuple[DayOfSeries, ...]
    in_work: bool
    refused: tuple[str, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_series(which: OneOfSeries, ctx: ReadContext) -> ShownSeries:
    """Show the agendas of a series: to those who run it all of them, to others those that they are invited to."""
    key = participation_key(which.agenda_id, ctx.actor.id)
    own = ctx.find(INVITATIONS, key, right_from=_OWN)
    agenda = ctx.get(AGENDAS, which.agenda_id, right_from="the caller's invitation" if own else "")
    series = ctx.find(SERIES, agenda.series.id, right_from=RIGHT) if agenda.series else None
    if series is None:
        raise RecordMissing("Agenda ini bukan bagian dari seri.")
    job = ctx.find(JOBS, series.job_id, right_from=RIGHT)
    found = {
        it.id: DayOfSeries(it.id, it.title, it.place, it.starts_at, it.ends_at, it.state)
        for it in days_of(series.id, ctx)
    }
    for day in series.days if own else ():
        agenda_id = day_agenda_id(series.id, day)
        invited = ctx.find(INVITATIONS, participation_key(agenda_id, ctx.actor.id), right_from=_OWN)
        if invited and agenda_id not in found:
            found[agenda_id] = DayOfSeries(
                agenda_id, invited.title, invited.place, invited.starts_at, invited.ends_at, invited.state
            )
    in_order = tuple(sorted(found.values(), key=lambda it: (it.starts_at, it.agenda_id)))
    own_job = job is not None and job.owner_id == ctx.actor.id
    refused = tuple(f"{it.subject}: {it.detail}" for it in job.first_refused) if job and own_job else ()
    return ShownSeries(words_of(series), in_order, job is not None and job.state is JobState.STARTED, refused)
