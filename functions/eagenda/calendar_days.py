"""A part of a calendar: what takes place on a range of days, and on which of them the offices are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from functions.eagenda.domain.agenda import LONGEST, AgendaState
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.day_range import range_bounds
from shared.rules.calendar import wib_date
from shared.tables.holidays import HOLIDAYS
from shared.tables.rows import values_on
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.day_range import DayRange
    from functions.eagenda.domain.invitation import Invitation
    from shared.kernel.context import ReadContext

T = TypeVar("T")

MOST_READ = 300  # of each list, so that one answer costs at most so many reads of it


@dataclass(frozen=True, slots=True)
class EntryLeader:
    """Somebody of the leadership at a meeting, and what they answered; who organises it was not asked."""

    called: str
    name: str
    person_id: str
    answer: AnswerKind | None = None
    deputy_name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting in a calendar, and the caller's part in it; of an invitation alone the office isn't known."""

    agenda_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState
    organisation_name: str | None
    is_invited: bool
    is_organiser: bool
    leaders: tuple[EntryLeader, ...] = ()
    may_open: bool = True
    in_series: bool = False


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the offices are closed beside Saturday and Sunday."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class ShownCalendar:
    """What takes place on the days, the earliest first; ``is_cut`` when there may be more than an answer holds."""

    entries: tuple[CalendarEntry, ...]
    days_off: tuple[DayOff, ...]
    is_cut: bool
    as_of: Instant


def began_within(days: DayRange) -> tuple[datetime, datetime]:
    """Return from when to when a meeting of these days may begin: the longest one began days before."""
    low, high = range_bounds(days)
    return low - LONGEST, high


def as_entry(agenda: Agenda, person_id: str, *, is_invited: bool = False) -> CalendarEntry:
    """Return an agenda as a calendar shows it to a person."""
    organiser = agenda.organiser
    return CalendarEntry(
        agenda.id,
        agenda.title,
        agenda.place,
        agenda.starts_at,
        agenda.ends_at,
        agenda.state,
        organiser.organisation_name,
        is_invited,
        organiser.person_id == person_id,
        in_series=agenda.series is not None,
    )


def as_invited(invitation: Invitation) -> CalendarEntry:
    """Return an invitation as a calendar shows it to the person invited."""
    return CalendarEntry(
        invitation.agenda_id,
        invitation.title,
        invitation.place,
        invitation.starts_at,
        invitation.ends_at,
        invitation.state,
        None,
        is_invited=True,
        is_organiser=False,
        in_series=invitation.of_series,
    )


def read_up_to_most(rows: Iterator[tuple[str, T]]) -> tuple[T, ...]:
    """Return the values of the first rows of a list, so many as an answer may cost."""
    return tuple(value for _, value in islice(rows, MOST_READ))


def shown(days: DayRange, entries: Iterable[CalendarEntry], ctx: ReadContext, *, is_cut: bool) -> ShownCalendar:
    """Return the answer: those entries that touch the days, in order."""
    low, high = range_bounds(days)
    touching = (it for it in entries if it.ends_at > low and it.starts_at < high)
    return ShownCalendar(
        tuple(sorted(touching, key=lambda it: (it.starts_at, it.ends_at, it.title, it.agenda_id))),
        tuple(
            DayOff(holiday.day, holiday.name)
            for holiday in values_on(wib_date(ctx.now), HOLIDAYS, ctx)
            if days.first_day <= holiday.day <= days.last_day
        ),
        is_cut,
        ctx.now,
    )
