"""Series: where they are kept, and what their days have to do with holidays and rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.domain.room import RoomTaken, slots
from functions.eagenda.domain.series import Series, SeriesInWork
from functions.eagenda.records import AGENDAS, OF_SERIES
from functions.eagenda.rooms import BOOKING, OF_ROOM, ROOM_SLOTS, taken
from functions.eagenda.subjects import as_subject
from functions.eagenda.tables import SERIES_POLICY
from shared.jobs.job import JOBS, JobState
from shared.kernel.collections import TypedCollection
from shared.refusals import RecordMissing
from shared.rules.calendar import short_date, wib_date
from shared.rules.recurrence import parse_recurrence, recurrence_words
from shared.tables.holidays import HOLIDAYS
from shared.tables.rows import value_on, values_on
from shared.views.subjects import Subject, subject_id

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from functions.eagenda.domain.change import BookedRoom
    from functions.eagenda.domain.series_policy import SeriesPolicy
    from shared.kernel.context import Context, ReadContext

RIGHT = "the agenda of the series that the caller runs"
_SHOWN_CLASHES = 5


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """What a job does to the later days of a series: they follow one that was so before and is so now.

    Where that one is cancelled now, so are they. ``agenda_ids`` are those later days, in the order in which none takes
    another's room.
    """

    job_id: str
    agenda_ids: tuple[str, ...]
    before: Agenda
    after: Agenda
    by: str
    reason: str | None


SERIES = TypedCollection("agenda_series", Series, key=lambda it: it.id, matter=lambda it: it.id)
SERIES_CHANGES = TypedCollection(
    "agenda_series_changes", SeriesChange, key=lambda it: it.job_id, matter=lambda it: it.before.id
)


def policy(ctx: ReadContext) -> SeriesPolicy:
    """Return how long a series may be today."""
    return value_on(wib_date(ctx.now), SERIES_POLICY, ctx)


def named_days_off(ctx: ReadContext) -> dict[date, str]:
    """Return the holidays and cuti bersama with their names, as they are known on the day of the call."""
    return {it.day: it.name for it in values_on(wib_date(ctx.now), HOLIDAYS, ctx)}


def words_of(series: Series) -> str:
    """Return what a person reads of the rule: ``Setiap Senin, 20 kali``."""
    return recurrence_words(parse_recurrence(series.plan.rule))


def series_subject_id(series_id: str) -> str:
    """Return the id of a series as a subject."""
    return subject_id("agenda_series", series_id)


def series_subject(series_id: str, agenda: Agenda, note: str) -> Subject:
    """Return a series as notices name it: by the day from which on they tell of it."""
    told = as_subject(agenda)
    return Subject(
        series_subject_id(series_id), told.title, told.link, told.at, told.is_secret, place=told.place, note=note
    )


def taken_days(
    room: BookedRoom | None, times: Iterable[tuple[datetime, datetime]], ctx: ReadContext, own: frozenset[str]
) -> dict[date, RoomTaken]:
    """Return on which days the room is another meeting's, and whose: one question for each day.

    ``own`` are agendas that give their time in the room up, or keep it.
    """
    clashes: dict[date, RoomTaken] = {}
    for starts_at, ends_at in times if room else ():
        low = slots(starts_at, ends_at)[0]
        held = (room.id if room else "",)
        asked = ctx.list(ROOM_SLOTS, OF_ROOM, equal=held, low=low, high=ends_at, limit=100, right_from=BOOKING)
        other = next((it for _, it in asked.items if it.agenda_id not in own), None)
        if other:
            clashes[wib_date(starts_at)] = taken(room, other, ctx)
    return clashes


def require_free(room: BookedRoom | None, clashes: dict[date, RoomTaken]) -> None:
    """Refuse days on which the room is another meeting's, all of them by name. Raises RoomTaken."""
    if not clashes or room is None:
        return
    days = [short_date(it) for it in clashes]
    more = f" dan {len(days) - _SHOWN_CLASHES} tanggal lain" if len(days) > _SHOWN_CLASHES else ""
    named = ", ".join(days[:_SHOWN_CLASHES]) + more
    detail = f"{room.name} terpakai pada {named}. Keluarkan tanggal itu dari seri, atau pilih ruang atau jam lain."
    raise RoomTaken(detail, dates=[it.isoformat() for it in clashes])


def days_of(series_id: str, ctx: ReadContext) -> list[Agenda]:
    """Return the agendas of a series that the caller may read, in order of time."""
    return [it for _, it in ctx.every(AGENDAS, OF_SERIES, equal=(series_id,))]


def settled_series(agenda: Agenda, ctx: Context) -> Series:
    """Return the series of an agenda, once what was asked of it before is done. Raises RecordMissing, SeriesInWork."""
    series = ctx.find(SERIES, agenda.series.id, right_from=RIGHT) if agenda.series else None
    if series is None:
        raise RecordMissing("Agenda ini bukan bagian dari seri. Muat ulang halamannya.")
    job = ctx.find(JOBS, series.job_id, right_from=RIGHT)
    if job is not None and job.state is JobState.STARTED:
        raise SeriesInWork(f"Baru {job.done} dari {job.total} bagian selesai. Coba lagi sebentar lagi.")
    return series
