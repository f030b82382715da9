"""A series: one meeting on many days, each an agenda of its own."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import LONGEST, MOST_INVITED, Agenda, Organiser
from functions.eagenda.domain.change import BookedRoom, InSeries
from functions.eagenda.domain.plan import Plan
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import short_date, wib_date
from shared.rules.recurrence import LONGEST_RULE, POINTER, parse_recurrence, recurring_days, rrule
from shared.values import Day, Instant, Text, fingerprint

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from functions.eagenda.domain.series_policy import SeriesPolicy

FEWEST_DAYS = 2
MOST_EXCLUDED = 366

Rule = Annotated[str, Text(1, LONGEST_RULE)]


class SeriesInWork(Refusal):
    """What was asked of the series before is still being done."""

    title = "Seri ini masih dikerjakan."


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPlan(Plan):
    """What an organiser fills in for the first day, and by which rule it repeats (RRULE, RFC 5545).

    ``excluded`` are days that the organiser leaves out, beside the offices' days off where those are skipped.
    """

    rule: Rule
    skip_days_off: bool = False
    excluded: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """A day that the rule names; with a reason where nothing takes place on it."""

    day: date
    starts_at: Instant
    ends_at: Instant
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A series as it was published: its plan, its days, whose it is, and the job that makes it."""

    id: str
    plan: SeriesPlan
    days: tuple[Day, ...]
    organiser: Organiser
    room: BookedRoom | None
    job_id: str


def series_days(
    plan: SeriesPlan, policy: SeriesPolicy, days_off: Mapping[date, str], now: datetime
) -> tuple[SeriesDay, ...]:
    """Return the days of a plan with those that are skipped and why.

    Raises InvalidField for a rule without an end, beyond the policy, or in the past.
    """
    first = wib_date(plan.starts_at)
    _require_times(plan, now)
    last = _months_later(first, policy.most_months)
    rule = parse_recurrence(plan.rule)
    if rule.count and rule.count > policy.most_days:
        raise _wrong(f"Satu seri paling banyak {policy.most_days} tanggal. Buat seri berikutnya sesudah seri ini.")
    if rule.until and rule.until < first:
        raise _wrong("Tanggal terakhir sudah lewat sebelum seri mulai. Pilih tanggal sesudah tanggal mulai.")
    if rule.until and rule.until > last:
        raise _wrong(f"Seri paling lama {policy.most_months} bulan: sampai {short_date(last)}.")
    named = recurring_days(rule, first, last, policy.most_days + 1)
    if len(named) > policy.most_days:
        raise _wrong(f"Satu seri paling banyak {policy.most_days} tanggal. Majukan tanggal terakhirnya.")
    if rule.count and len(named) < rule.count:
        raise _wrong(f"Seri paling lama {policy.most_months} bulan; {rule.count} kali melewati {short_date(last)}.")
    days = tuple(_day(plan, it, plan.excluded, days_off) for it in named)
    taken = [it for it in days if not it.skipped]
    if any(later.starts_at < before.ends_at for before, later in pairwise(taken)):
        raise InvalidField("/ends_at", "Satu pertemuan belum selesai ketika berikutnya mulai. Persingkat waktunya.")
    return days


def require_size(plan: SeriesPlan, day_count: int, policy: SeriesPolicy) -> None:
    """Refuse a single day, and more people on more days than one series holds. Raises InvalidField."""
    if day_count < FEWEST_DAYS:
        raise _wrong("Seri berisi paling sedikit dua tanggal. Periksa hari, akhir, dan tanggal yang dilewati.")
    people = len(set(plan.invited)) + len(set(plan.invited_posts))
    if people <= MOST_INVITED and people * day_count > policy.most_invitations:
        most = policy.most_invitations // people
        sentence = f"Untuk {people} undangan, satu seri paling banyak {most} tanggal. Perpendek seri ini."
        raise InvalidField("/invited", sentence)


def as_stored(plan: SeriesPlan) -> SeriesPlan:
    """Return the plan with its rule as RFC 5545 writes it, and everybody once."""
    return replace(
        plan,
        rule=rrule(parse_recurrence(plan.rule)),
        invited=tuple(dict.fromkeys(plan.invited)),
        invited_posts=tuple(dict.fromkeys(plan.invited_posts)),
    )


def on_day(plan: Plan, day: date) -> Plan:
    """Return the plan of the meeting on a day: at the same hours as on the first."""
    later = day - wib_date(plan.starts_at)
    return replace(
        plan,
        starts_at=plan.starts_at + later,
        ends_at=plan.ends_at + later,
        opens_at=plan.opens_at + later if plan.opens_at else None,
        closes_at=plan.closes_at + later if plan.closes_at else None,
    )


def day_agenda_id(series_id: str, day: date) -> str:
    """Return the one id of the agenda of a day: made twice, it is one."""
    return fingerprint(series_id, day.isoformat())[:20]


def after_day(agendas: Collection[Agenda], series: InSeries) -> list[Agenda]:
    """Return those of the series that were made for a later day, wherever they were moved since."""
    return [it for it in agendas if it.series is not None and it.series.day > series.day]


def _day(plan: SeriesPlan, day: date, excluded: Collection[date], days_off: Mapping[date, str]) -> SeriesDay:
    that = on_day(plan, day)
    closed = days_off.get(day, "") if plan.skip_days_off else ""
    return SeriesDay(day, that.starts_at, that.ends_at, "Dikeluarkan penyelenggara" if day in excluded else closed)


def _require_times(plan: SeriesPlan, now: datetime) -> None:
    if plan.sittings:
        raise InvalidField("/sittings", "Agenda berulang dibuat tanpa sesi. Bagi tanggalnya sesudah seri dibuat.")
    if plan.ends_at <= plan.starts_at:
        raise InvalidField("/ends_at", "Waktu selesai harus sesudah waktu mulai.")
    if plan.ends_at - plan.starts_at > LONGEST:
        raise InvalidField("/ends_at", "Agenda paling lama tujuh hari.")
    if plan.starts_at <= now:
        raise InvalidField("/starts_at", "Waktu mulai sudah lewat. Pilih waktu yang akan datang.")
    if len(plan.excluded) > MOST_EXCLUDED:
        raise InvalidField("/excluded", f"Keluarkan paling banyak {MOST_EXCLUDED} tanggal.")


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])) - timedelta(days=1)


def _wrong(sentence: str) -> InvalidField:
    return InvalidField(POINTER, sentence)
