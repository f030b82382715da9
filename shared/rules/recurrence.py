"""Recurrence: which days a rule of repetition names, as a bounded part of RFC 5545's RRULE (3.3.10 and 3.8.5.3).

Of the rule only what an office needs is read: DAILY, WEEKLY and MONTHLY, INTERVAL, BYDAY (with an ordinal in a month),
BYMONTHDAY, and COUNT or UNTIL, of which exactly one is needed: a rule without an end is refused. Days are those of
Mojokerto. A month without the day that is named is left out, as RFC 5545 has it: ``BYMONTHDAY=31`` names no day
of February, ``BYMONTHDAY=-1`` the last day of every month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from shared.refusals import InvalidField
from shared.rules.calendar import WIB, long_date, wib_date

if TYPE_CHECKING:
    from collections.abc import Sequence

POINTER = "/rule"
MOST_INTERVAL = 31
LONGEST_RULE = 200  # characters

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ORDINALS = {1: "pertama", 2: "kedua", 3: "ketiga", 4: "keempat", 5: "kelima", -1: "terakhir"}
_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_MONTH_DAY = re.compile(r"-?([1-9]|[12][0-9]|3[01])")
_UNTIL = re.compile(r"([0-9]{8})(T[0-9]{6}Z)?")
_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL", "WKST"})


class Frequency(StrEnum):
    """How often."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


_UNITS = {Frequency.DAILY: "hari", Frequency.WEEKLY: "minggu", Frequency.MONTHLY: "bulan"}


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday is 0; with an ordinal the first, second … or last one of a month."""

    day: int
    ordinal: int = 0

    @property
    def code(self) -> str:
        """As RFC 5545 writes it: ``MO``, ``1WE``."""
        return f"{self.ordinal or ''}{_CODES[self.day]}"

    @property
    def words(self) -> str:
        """As a person reads it: ``Rabu pertama``."""
        return f"{_DAYS[self.day]} {_ORDINALS[self.ordinal]}" if self.ordinal else _DAYS[self.day]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule that ends: after so many days, or with a last day."""

    frequency: Frequency
    interval: int
    weekdays: tuple[Weekday, ...]
    month_days: tuple[int, ...]
    count: int | None
    until: date | None


def parse_recurrence(text: str) -> Recurrence:
    """Read a rule such as ``FREQ=WEEKLY;BYDAY=MO;COUNT=20``. Raises InvalidField for whatever else it says."""
    parts = _parts(text)
    frequency = parts["FREQ"]
    if frequency not in set(Frequency):
        raise _wrong("Pilih perulangan harian, mingguan, atau bulanan.")
    if "COUNT" in parts and "UNTIL" in parts:
        raise _wrong("Pilih salah satu: jumlah kali (COUNT) atau tanggal terakhir (UNTIL), jangan keduanya.")
    if "COUNT" not in parts and "UNTIL" not in parts:
        raise _wrong("Perulangan harus ada akhirnya. Isi jumlah kali (COUNT) atau tanggal terakhir (UNTIL).")
    recurrence = Recurrence(
        Frequency(frequency),
        _number(parts.get("INTERVAL", "1"), MOST_INTERVAL, "Jarak perulangan"),
        _weekdays(parts.get("BYDAY")),
        _month_days(parts.get("BYMONTHDAY")),
        _number(parts["COUNT"], 9999, "Jumlah kali") if "COUNT" in parts else None,
        _until(parts["UNTIL"]) if "UNTIL" in parts else None,
    )
    monthly = recurrence.frequency is Frequency.MONTHLY
    if not monthly and any(it.ordinal for it in recurrence.weekdays):
        raise _wrong("Hari ke-berapa (misalnya Rabu pertama) hanya untuk perulangan bulanan.")
    if not monthly and recurrence.month_days:
        raise _wrong("Tanggal dalam bulan hanya untuk perulangan bulanan.")
    return recurrence


def rrule(recurrence: Recurrence) -> str:
    """Write a rule as RFC 5545 does; its last day ends at midnight in Mojokerto, in UTC as the RFC wants it."""
    parts = [f"FREQ={recurrence.frequency}"]
    if recurrence.interval > 1:
        parts.append(f"INTERVAL={recurrence.interval}")
    if recurrence.weekdays:
        parts.append("BYDAY=" + ",".join(it.code for it in recurrence.weekdays))
    if recurrence.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, recurrence.month_days)))
    if recurrence.count:
        parts.append(f"COUNT={recurrence.count}")
    if recurrence.until:
        end = datetime.combine(recurrence.until, time(23, 59, 59), WIB).astimezone(UTC)
        parts.append(f"UNTIL={end:%Y%m%dT%H%M%SZ}")
    return ";".join(parts)


def recurrence_words(recurrence: Recurrence) -> str:
    """Say a rule to a person: ``Setiap bulan pada Rabu pertama, 12 kali``."""
    unit = _UNITS[recurrence.frequency]
    each = f"Setiap {unit}" if recurrence.interval == 1 else f"Setiap {recurrence.interval} {unit}"
    days = _list([it.words for it in recurrence.weekdays])
    dates = [f"tanggal {it}" if it > 0 else _from_the_end(it) for it in recurrence.month_days]
    if recurrence.frequency is Frequency.WEEKLY and recurrence.interval == 1 and days:
        each, days = f"Setiap {days}", ""
    on = " yang jatuh pada ".join(filter(None, (_list(dates), days)))
    end = f"{recurrence.count} kali" if recurrence.count else f"sampai {long_date(recurrence.until or date.max)}"
    return f"{each} pada {on}, {end}" if on else f"{each}, {end}"


def recurring_days(recurrence: Recurrence, first_day: date, last_day: date, most: int) -> list[date]:
    """Return the days of a rule from a first one on, up to a last one and no more than so many.

    The first day counts only where the rule names it.
    """
    from dateutil import rrule as rfc  # noqa: PLC0415 -- what repeats nothing pays nothing

    end = min(recurrence.until or last_day, last_day)
    rule = rfc.rrule(
        {Frequency.DAILY: rfc.DAILY, Frequency.WEEKLY: rfc.WEEKLY, Frequency.MONTHLY: rfc.MONTHLY}[
            recurrence.frequency
        ],
        dtstart=datetime.combine(first_day, time()),
        interval=recurrence.interval,
        byweekday=[rfc.weekday(it.day, it.ordinal or None) for it in recurrence.weekdays] or None,
        bymonthday=list(recurrence.month_days) or None,
        count=recurrence.count,
        until=None if recurrence.count else datetime.combine(end, time()),
    )
    days = (it.date() for it in islice(rule, most))
    return [day for day in days if day <= last_day]


def _parts(text: str) -> dict[str, str]:
    written = text.strip().upper().removeprefix("RRULE:").rstrip(";")
    parts: dict[str, str] = {}
    for part in written.split(";"):
        name, _, value = part.partition("=")
        if name not in _PARTS or not value or name in parts:
            raise _wrong("Aturan perulangan tidak dikenal. Contoh: FREQ=WEEKLY;BYDAY=MO;COUNT=20.")
        parts[name] = value
    if "FREQ" not in parts or parts.get("WKST", "MO") != "MO":
        raise _wrong("Aturan perulangan tidak dikenal. Contoh: FREQ=WEEKLY;BYDAY=MO;COUNT=20.")
    return parts


def _number(text: str, most: int, what: str) -> int:
    if not _NUMBER.fullmatch(text) or int(text) > most:
        raise _wrong(f"{what} harus angka dari 1 sampai {most}.")
    return int(text)


def _weekdays(text: str | None) -> tuple[Weekday, ...]:
    found = [_DAY.fullmatch(it) for it in text.split(",")] if text else []
    days = [Weekday(_CODES.index(it[2]), int(it[1] or 0)) for it in found if it]
    if len(days) < len(found) or any(it.ordinal not in {0, *_ORDINALS} for it in days):
        raise _wrong("Hari perulangan tidak dikenal. Contoh: BYDAY=MO, BYDAY=1WE, BYDAY=-1FR.")
    return tuple(sorted(set(days), key=lambda it: (it.ordinal % 9, it.day)))


def _month_days(text: str | None) -> tuple[int, ...]:
    written = text.split(",") if text else []
    if not all(map(_MONTH_DAY.fullmatch, written)):
        raise _wrong("Tanggal dalam bulan harus 1 sampai 31, atau -1 untuk hari terakhir.")
    return tuple(sorted({int(it) for it in written}, key=lambda it: it % 99))


def _until(text: str) -> date:
    found = _UNTIL.fullmatch(text)
    try:
        if found and found[2]:
            return wib_date(datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))
        if found:
            return date.fromisoformat(text)
    except (ValueError, OverflowError):
        pass
    raise _wrong("Tanggal terakhir tidak dikenal. Contoh: UNTIL=20271231.")


def _from_the_end(day: int) -> str:
    return "hari terakhir" if day == -1 else f"hari ke-{-day} dari akhir bulan"


def _list(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} dan {words[-1]}" if len(words) > 1 else "".join(words)


def _wrong(sentence: str) -> InvalidField:
    return InvalidField(POINTER, sentence)
