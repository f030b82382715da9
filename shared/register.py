"""Numbers in series and their register: every whole number of a series has exactly one row.

A letter that is dated back is inserted behind the last number of its day: ``15.a``, with a row of its own.

Whatever takes a number does it in an operation that is declared ``series``: in one transaction the series moves on and
the number's row is written, so that none is given twice and none is missing. A letter that is given up leaves its
number to nobody: the row is cancelled and says why.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from shared.kernel.collections import ListQuery, TypedCollection
from shared.refusals import InvalidField, Refusal
from shared.rules.calendar import long_date, wib_date
from shared.rules.numbering import series_id, write_number
from shared.values import Instant

if TYPE_CHECKING:
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the office whose number it is"
_INSERTED = string.ascii_lowercase


class RegisterState(StrEnum):
    """What became of a number: taken by a letter on its way, issued with it, cancelled, or withdrawn after that."""

    TAKEN = "taken"
    ISSUED = "issued"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


class NumberCancelled(Refusal):
    """The number was given up, and its letter with it."""

    title: ClassVar[str] = "Nomor ini sudah dibatalkan."


class NumberIssued(Refusal):
    """The letter with this number has been issued."""

    title: ClassVar[str] = "Surat dengan nomor ini sudah terbit."


class NumberNotIssued(Refusal):
    """The letter with this number has not been issued."""

    title: ClassVar[str] = "Surat dengan nomor ini belum terbit."


class NumberFull(Refusal):
    """As many letters as the alphabet has were inserted behind the number."""

    title: ClassVar[str] = "Sisipan sesudah nomor ini sudah habis."


@dataclass(frozen=True, slots=True)
class Series:
    """How far a series has come."""

    id: str
    last: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """How letters of a kind are numbered: in which book, under which classification, by which pattern."""

    book: str
    classification: str
    pattern: str


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A number of a series and the letter that took it; ``organisation_path`` begins with the office that issues it.

    A letter that is dated back takes no whole number: it is ``inserted`` behind one ("a", then "b") for a reason. The
    whole number's row counts how many ``follow`` it so.
    """

    series_id: str
    serial: int
    number: str
    year: int
    title: str
    letter_id: str
    organisation_path: tuple[str, ...]
    taken_at: Instant
    taken_by: str
    state: RegisterState = RegisterState.TAKEN
    changed_at: Instant | None = None
    changed_by: str = ""
    reason: str = ""
    inserted: str = ""
    insert_reason: str = ""
    dated_on: date | None = None  # of an inserted one
    follow: int = 0
    page: str = ""  # where the letter is looked at, if it is none of the letters of *Naskah*


@dataclass(frozen=True, slots=True)
class InsertedLetter:
    """A letter that is dated back."""

    title: str
    letter_id: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number may be inserted: behind a whole number, before the next one where there is one."""

    entry: RegisterEntry
    following: RegisterEntry | None


def entry_key(series: str, serial: int, inserted: str = "") -> str:
    """Return the one key of a number: it holds a second row off."""
    return f"{series}:{serial:06}{inserted}"


def key_of(entry: RegisterEntry) -> str:
    """Return the key of a number's row."""
    return entry_key(entry.series_id, entry.serial, entry.inserted)


def register_readers(entry: RegisterEntry) -> tuple[str, ...]:
    """Show a number to the office that took it and to those above it."""
    return tuple(f"org:{organisation_id}" for organisation_id in entry.organisation_path)


OF_YEAR_NEWEST_FIRST = ListQuery(equal=("year",), order="taken_at", descending=True)
OF_SERIES = ListQuery(equal=("series_id",), order="serial", of_service=True)
NUMBERS_WITH_OFFICE = ListQuery(contains_any="organisation_path", of_service=True)

SERIES = TypedCollection("series", Series, key=lambda it: it.id)
REGISTER = TypedCollection(
    "register",
    RegisterEntry,
    key=key_of,
    readers=register_readers,
    organisation=lambda it: it.organisation_path[0],
    matter=lambda it: it.letter_id,
    queries=(OF_YEAR_NEWEST_FIRST, OF_SERIES, NUMBERS_WITH_OFFICE),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A whole number of a series, and of which year."""

    year: int
    serial: int


def next_serial(book: str, unit_code: str, ctx: Context) -> Taken:
    """Take the next number of a series: of a book whose every entry is a record with its number, and stays.

    For an operation declared ``series``, as its first write; the year is that of the day in Mojokerto.
    """
    day = wib_date(ctx.now)
    series = series_id(book, unit_code, day)
    before = ctx.find(SERIES, series, right_from=_RIGHT) or Series(series, 0)
    ctx.put(SERIES, replace(before, last=before.last + 1))
    return Taken(day.year, before.last + 1)


def last_serial(book: str, unit_code: str, year: int, ctx: ReadContext) -> int:
    """Return the last number that a series has given in a year; 0 where it has given none."""
    found = ctx.find(SERIES, series_id(book, unit_code, date(year, 1, 1)), right_from=_RIGHT)
    return found.last if found else 0


def take_number(  # noqa: PLR0913 -- a number's parts, all named
    numbering: Numbering,
    unit_code: str,
    title: str,
    letter_id: str,
    ctx: Context,
    *,
    page: str = "",
    organisation_path: tuple[str, ...] = (),
) -> RegisterEntry:
    """Take the next number of a series for a letter of the caller's office, and enter it in the register.

    For an operation declared ``series``, as its first write; the year is that of the day in Mojokerto. ``page`` is
    where a letter of another system is looked at; ``organisation_path`` names another office whose letter it is.
    """
    day = wib_date(ctx.now)
    serial = next_serial(numbering.book, unit_code, ctx).serial
    entry = RegisterEntry(
        series_id=series_id(numbering.book, unit_code, day),
        serial=serial,
        number=write_number(numbering.pattern, numbering.classification, serial, unit_code, day),
        year=day.year,
        title=title,
        letter_id=letter_id,
        organisation_path=organisation_path or ctx.actor.organisation_path,
        taken_at=ctx.now,
        taken_by=ctx.actor.id,
        page=page,
    )
    ctx.create(REGISTER, entry)
    return entry


def find_place(key: str, ctx: Context) -> Place:
    """Return where a number may be inserted behind that of a row; behind an inserted one: behind its whole number."""
    named = ctx.get(REGISTER, key, right_from=_RIGHT)
    whole = ctx.get(REGISTER, entry_key(named.series_id, named.serial), right_from=_RIGHT)
    following = ctx.find(REGISTER, entry_key(named.series_id, named.serial + 1), right_from=_RIGHT)
    return Place(whole, following)


def insert_number(
    place: Place, numbering: Numbering, unit_code: str, letter: InsertedLetter, reason: str, ctx: Context
) -> RegisterEntry:
    """Enter a number behind a whole one, for a letter of a day between that one's and the next one's.

    Raises InvalidField for another day and NumberFull where no letter of the alphabet is left. Two who insert at one
    moment both write the whole number's row.
    """
    whole, today = place.entry, wib_date(ctx.now)
    first, last = wib_date(whole.taken_at), wib_date(place.following.taken_at) if place.following else today
    if not first <= letter.dated_on <= last:
        raise InvalidField("/dated_on", f"Isi tanggal dari {long_date(first)} sampai {long_date(last)}.")
    if series_id(numbering.book, unit_code, letter.dated_on) != whole.series_id:
        raise InvalidField("/dated_on", f"Nomor {whole.number} dari tahun atau kode unit lain. Pilih nomor lain.")
    if whole.follow == len(_INSERTED):
        raise NumberFull(f"Sudah ada {len(_INSERTED)} sisipan sesudah {whole.number}. Pilih nomor lain pada hari itu.")
    inserted = _INSERTED[whole.follow]
    number = write_number(
        numbering.pattern, numbering.classification, whole.serial, unit_code, letter.dated_on, inserted
    )
    entry = RegisterEntry(
        series_id=whole.series_id,
        serial=whole.serial,
        number=number,
        year=whole.year,
        title=letter.title,
        letter_id=letter.letter_id,
        organisation_path=ctx.actor.organisation_path,
        taken_at=ctx.now,
        taken_by=ctx.actor.id,
        inserted=inserted,
        insert_reason=reason,
        dated_on=letter.dated_on,
    )
    ctx.put(REGISTER, replace(whole, follow=whole.follow + 1))
    ctx.create(REGISTER, entry)
    return entry


def find_entry(key: str, ctx: ReadContext) -> RegisterEntry:
    """Return the row of a number whose letter the caller has a right to."""
    return ctx.get(REGISTER, key, right_from=_RIGHT)


def issue_number(entry: RegisterEntry, ctx: Context) -> None:
    """Note that the letter is issued. Raises NumberCancelled and NumberIssued."""
    _require_taken(entry)
    ctx.put(REGISTER, replace(entry, state=RegisterState.ISSUED, changed_at=ctx.now, changed_by=ctx.actor.id))


def cancel_number(entry: RegisterEntry, reason: str, ctx: Context) -> None:
    """Note that the letter was given up, and why; nobody gets its number. Raises NumberCancelled and NumberIssued."""
    _require_taken(entry)
    cancelled = replace(
        entry, state=RegisterState.CANCELLED, changed_at=ctx.now, changed_by=ctx.actor.id, reason=reason
    )
    ctx.put(REGISTER, cancelled)


def withdraw_number(entry: RegisterEntry, reason: str, ctx: Context) -> None:
    """Note that an issued letter no longer holds, and why; its number stays.

    Raises NumberCancelled and NumberNotIssued.
    """
    require_issued(entry)
    withdrawn = replace(
        entry, state=RegisterState.WITHDRAWN, changed_at=ctx.now, changed_by=ctx.actor.id, reason=reason
    )
    ctx.put(REGISTER, withdrawn)


def require_issued(entry: RegisterEntry) -> None:
    """Refuse a number that is on no issued letter. Raises NumberCancelled and NumberNotIssued."""
    if entry.state is RegisterState.CANCELLED:
        raise NumberCancelled(f"Alasan: {entry.reason}")
    if entry.state is not RegisterState.ISSUED:
        raise NumberNotIssued("Batalkan surat ini; belum ada naskah yang perlu dicabut.")


def _require_taken(entry: RegisterEntry) -> None:
    if entry.state is RegisterState.CANCELLED:
        raise NumberCancelled(f"Alasan: {entry.reason}")
    if entry.state is not RegisterState.TAKEN:
        raise NumberIssued("Yang sudah terbit tidak dibatalkan. Cabut bila tidak berlaku lagi.")
