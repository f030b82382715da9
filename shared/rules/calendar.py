"""The regency's calendar: the one place that knows Western Indonesia Time (WIB, Asia/Jakarta).

Instants are stored, compared and sent in UTC; dates, clock times and everything a person reads are WIB. Mojokerto is
in the WIB zone by Keppres 41/1987 (seven hours ahead of UTC, no summer time). Dates and times are written as EYD V, the
national spelling (Keputusan Kepala Badan Bahasa 0424/I/BS.00.01/2022), writes them: 24 November 2026, 09.30.

A datetime without a zone is refused everywhere: it would silently mean another instant on another machine.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

WIB = timezone(timedelta(hours=7), "WIB")
CLOSING = "16:00"  # when the offices close: until then a day's work may still come
_SATURDAY = 5

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
# Narrower than datetime.fromisoformat, which also reads week dates and times without a zone.
_RFC3339 = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})")


class NaiveDatetime(ValueError):
    """A datetime came without its zone: a mistake in the program."""


def in_wib(instant: datetime) -> datetime:
    """Return the same instant as Mojokerto's clocks and calendars show it."""
    _refuse_naive(instant)
    return instant.astimezone(WIB)


def wib_date(instant: datetime) -> date:
    """Return the date in Mojokerto at that instant."""
    return in_wib(instant).date()


def wib_time(day: date, clock: str) -> datetime:
    """Return the UTC instant at which clocks in Mojokerto show ``HH:MM`` on that day."""
    if not _CLOCK.fullmatch(clock):
        raise ValueError(f"not a clock time HH:MM: {clock!r}")
    return datetime.combine(day, time.fromisoformat(clock), WIB).astimezone(UTC)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Return the UTC instants between which that day lasts in Mojokerto: the first is in it, the second is not."""
    return wib_time(day, "00:00"), wib_time(day + timedelta(days=1), "00:00")


def rfc3339(instant: datetime) -> str:
    """Write an instant as RFC 3339 in UTC, always with microseconds, so that such texts sort as their instants."""
    _refuse_naive(instant)
    return instant.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def parse_rfc3339(text: str) -> datetime:
    """Read an RFC 3339 instant with any offset into UTC; anything else is a ValueError."""
    if not _RFC3339.fullmatch(text):
        raise ValueError(f"not an RFC 3339 instant: {text!r}")
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except OverflowError:
        raise ValueError(f"an instant beyond the calendar: {text!r}") from None


def long_date(day: date) -> str:
    """Write a date in full: ``24 November 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_date(day: date) -> str:
    """Write a date in full with its day: ``Selasa, 24 November 2026``."""
    return f"{_DAYS[day.weekday()]}, {long_date(day)}"


def short_date(day: date) -> str:
    """Write a date for a list: ``24 Nov 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def month_span(year: int, first_month: int, last_month: int) -> str:
    """Write months of a year: ``November 2026``, ``Januari–Maret 2026``."""
    first, last = _MONTHS[first_month - 1], _MONTHS[last_month - 1]
    return f"{first} {year}" if first == last else f"{first}\N{EN DASH}{last} {year}"


def clock_time(instant: datetime) -> str:
    """Write the time of day in Mojokerto: ``09.30 WIB``."""
    return f"{_clock(instant)} WIB"


def span(start: datetime, end: datetime) -> str:
    """Write a period: ``08.30–10.00 WIB``, with both dates when it ends on another day."""
    if wib_date(start) == wib_date(end):
        return f"{_clock(start)}–{_clock(end)} WIB"
    return f"{_dated_clock(start)} – {_dated_clock(end)} WIB"


def is_working_day(day: date, days_off: Collection[date]) -> bool:
    """Return whether the offices work: from Monday to Friday (Perpres 21/2023), and not on a day off."""
    return day.weekday() < _SATURDAY and day not in days_off


def add_working_days(day: date, count: int, days_off: Collection[date]) -> date:
    """Return the last day of a term of so many working days, which begins on the day after."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, days_off)
    return day


def working_days_between(first: date, last: date, days_off: Collection[date]) -> int:
    """Return how many working days a term has used up: those after the first day, up to the last, which is counted."""
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(is_working_day(day, days_off) for day in days)


def _clock(instant: datetime) -> str:
    return in_wib(instant).strftime("%H.%M")


def _dated_clock(instant: datetime) -> str:
    return f"{short_date(wib_date(instant))} {_clock(instant)}"


def _refuse_naive(instant: datetime) -> None:
    if instant.utcoffset() is None:
        raise NaiveDatetime(f"a datetime needs a zone: {instant!r}")
