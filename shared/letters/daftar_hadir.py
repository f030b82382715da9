"""The daftar hadir: who was present at a meeting, as a paper that is signed, kept and shown to an auditor."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.letters.check_block import CheckBlock
from shared.letters.kop import Kop, kop_values
from shared.letters.press import Json, PaperFailed, press
from shared.rules.calendar import clock_time, day_date, in_wib, long_date, short_date, span, wib_date
from shared.rules.nip import InvalidNip, group_nip

# Part of what is hashed: a later way to write the facts gets another number, and old papers keep their hash.
_FORM_OF_FACTS = "daftar-hadir/1"
_FORM_WITH_GUESTS = "daftar-hadir/2"
_FORM_WITH_OFFLINE = "daftar-hadir/3"  # rows that came late say when they came; guests as before
_FORM_WITH_PARTS = "daftar-hadir/4"  # sessions, each with its rows and guests; rows say when who came left
_FORM_WITH_HANDS = "daftar-hadir/5"  # rows that were written down by hand say why; parts as before
_TO = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Row:
    """One person present, in the position of that day."""

    name: str
    nip: str | None
    position: str
    organisation: str
    at: datetime
    received_at: datetime | None = None  # of a scan kept on a phone without signal, whose clock says ``at``
    left_at: datetime | None = None
    left_offline: bool = False  # by the clock of the phone, as confirmed
    by_hand: str = ""  # why somebody wrote them down who did not scan
    left_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One guest, as they wrote themselves down; the position may be empty."""

    name: str
    position: str
    institution: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OfficeRows:
    """The people of one office, and how many of it are invited."""

    name: str
    invited_count: int
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Closure:
    """What closing fixed: the version, the hash of the facts, the instant."""

    version: int
    content_sha256: str
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class SessionList:
    """Who was at one session of an agenda."""

    id: str
    title: str
    starts_at: datetime
    ends_at: datetime
    rows: Sequence[Row]
    guests: Sequence[GuestRow] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarHadir:
    """All that the paper states; without a closure it is a draft, and None are the guests where none were admitted.

    An agenda of sessions has its rows and guests in them; ``only`` is the id of the one that is printed, if not all.
    With ``offices`` it is an excerpt: the same people office by office, or of ``one_office`` alone. The hash is that of
    the whole list.
    """

    kop: Kop
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    organiser_name: str
    organiser_position: str
    rows: Sequence[Row]
    guests: Sequence[GuestRow] | None = None
    sessions: Sequence[SessionList] = ()
    only: str = ""
    records_leaving: bool = False
    invited_count: int
    closure: Closure | None
    check: CheckBlock | None = None
    printed_at: datetime
    demo: bool
    offices: Sequence[OfficeRows] | None = None
    one_office: str = ""


def content_sha256(sheet: DaftarHadir) -> str:
    """Return the SHA-256 of the facts on the list, as canonical JSON (keys sorted, no spaces, UTF-8).

    Times are hashed to the minute in WIB, as the paper shows them, so that anyone can recompute the hash from the
    paper in hand. The letterhead stays out: an agency that moves does not change who was present.
    """
    all_rows = [sheet.rows, *(it.rows for it in sheet.sessions)]
    facts: dict[str, Json] = {
        "form": _FORM_OF_FACTS,
        "title": sheet.title,
        "place": sheet.place,
        "starts_at": _minute(sheet.starts_at),
        "ends_at": _minute(sheet.ends_at),
        "organiser": {"name": sheet.organiser_name, "position": sheet.organiser_position},
        "invited_count": sheet.invited_count,
        "rows": _row_facts(sheet.rows, sheet),
    }
    if sheet.guests is not None:
        facts |= {"form": _FORM_WITH_GUESTS, "guests": _guest_facts(sheet.guests)}
    if any(row.received_at for row in sheet.rows):
        facts["form"] = _FORM_WITH_OFFLINE
    if sheet.sessions or sheet.records_leaving:
        facts["form"] = _FORM_WITH_PARTS
    if any(row.by_hand or row.left_by_hand for rows in all_rows for row in rows):
        facts["form"] = _FORM_WITH_HANDS
    if sheet.sessions:
        facts["sessions"] = [
            {
                "title": it.title,
                "starts_at": _minute(it.starts_at),
                "ends_at": _minute(it.ends_at),
                "rows": _row_facts(it.rows, sheet),
                **({"guests": _guest_facts(it.guests)} if it.guests is not None else {}),
            }
            for it in sheet.sessions
        ]
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def render(sheet: DaftarHadir) -> bytes:
    """Return the paper as PDF/A-2b on F4; a closed list whose facts have changed since is not printed."""
    if sheet.closure and sheet.closure.content_sha256 != content_sha256(sheet):
        raise PaperFailed("daftar_hadir: the facts are not those that were closed")
    return press("daftar_hadir", _values(sheet), dated=in_wib(sheet.printed_at))


def _row_facts(rows: Sequence[Row], sheet: DaftarHadir) -> list[Json]:
    return [
        {
            "name": row.name,
            "nip": row.nip,
            "position": row.position,
            "organisation": row.organisation,
            "at": _minute(row.at),
            **({"received_at": _minute(row.received_at)} if row.received_at else {}),
            **({"left_at": _minute(row.left_at) if row.left_at else None} if sheet.records_leaving else {}),
            **({"by_hand": row.by_hand} if row.by_hand else {}),
            **({"left_by_hand": True} if row.left_by_hand else {}),
        }
        for row in rows
    ]


def _guest_facts(guests: Sequence[GuestRow]) -> list[Json]:
    return [
        {
            "name": guest.name,
            "position": guest.position,
            "institution": guest.institution,
            "at": _minute(guest.at),
        }
        for guest in guests
    ]


def _values(sheet: DaftarHadir) -> dict[str, Json]:
    whole = SessionList("", "", sheet.starts_at, sheet.ends_at, sheet.rows, sheet.guests)
    lists = [it for it in sheet.sessions if sheet.only in {"", it.id}] or [whole]
    alone = lists[0] if len(lists) == 1 else whole
    return {
        "kop": kop_values(sheet.kop),
        "title": sheet.title,
        "session": alone.title,
        "date": _dates(alone),
        "time": span(alone.starts_at, alone.ends_at),
        "place": sheet.place,
        "lists": [_list(it) for it in lists],
        "offices": None
        if sheet.offices is None
        else [
            {"name": it.name, "invited_count": it.invited_count, "rows": _rows(it.rows, whole)} for it in sheet.offices
        ],
        "one_office": sheet.one_office,
        "records_leaving": sheet.records_leaving,
        "invited_count": sheet.invited_count,
        "organiser": {"name": sheet.organiser_name, "position": sheet.organiser_position},
        "closure": _closure(sheet.closure) if sheet.closure else None,
        "check": {"code": sheet.check.code, "address": sheet.check.address, "qr": sheet.check.qr}
        if sheet.check
        else None,
        "printed_at": _moment(sheet.printed_at),
        "demo": sheet.demo,
    }


def _list(it: SessionList) -> dict[str, Json]:
    return {
        "title": it.title,
        "when": f"{_dates(it)}, {span(it.starts_at, it.ends_at)}",
        "rows": _rows(it.rows, it),
        "guests": [
            {
                "name": guest.name,
                "position": guest.position,
                "institution": guest.institution,
                "at": _arrival(guest.at, it),
            }
            for guest in it.guests or ()
        ],
    }


def _rows(rows: Sequence[Row], it: SessionList) -> list[Json]:
    return [
        {
            "name": row.name,
            "nip": _nip(row.nip),
            "position": row.position,
            "organisation": row.organisation,
            "at": _arrival(row.at, it),
            "received_at": _arrival(row.received_at, it) if row.received_at else None,
            "left_at": _arrival(row.left_at, it) if row.left_at else None,
            "left_offline": row.left_offline,
            "by_hand": row.by_hand,
            "left_by_hand": row.left_by_hand,
        }
        for row in rows
    ]


def _closure(closure: Closure) -> dict[str, Json]:
    return {
        "version": closure.version,
        "content_sha256": closure.content_sha256,
        "closed_at": _moment(closure.closed_at),
        "closed_on": long_date(wib_date(closure.closed_at)),
    }


def _dates(it: SessionList) -> str:
    first, last = wib_date(it.starts_at), wib_date(it.ends_at)
    return day_date(first) if first == last else f"{day_date(first)} {_TO} {day_date(last)}"


def _arrival(at: datetime, it: SessionList) -> str:
    day = wib_date(at)
    return clock_time(at) if day == wib_date(it.starts_at) else f"{short_date(day)} {clock_time(at)}"


def _moment(at: datetime) -> str:
    return f"{long_date(wib_date(at))} {clock_time(at)}"


def _minute(at: datetime) -> str:
    return in_wib(at).isoformat(timespec="minutes")


def _nip(nip: str | None) -> str | None:
    """Group the digits; a list states what was recorded, even a number that the rule of today refuses."""
    try:
        return nip and group_nip(nip)
    except InvalidNip:
        return nip
