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


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One guest, as they wrote themselves down; the position may be empty."""

    name: str
    position: str
    institution: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Closure:
    """What closing fixed: the version, the hash of the facts, the instant."""

    version: int
    content_sha256: str
    closed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarHadir:
    """All that the paper states; without a closure it is a draft, and None are the guests where none were admitted."""

    kop: Kop
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    organiser_name: str
    organiser_position: str
    rows: Sequence[Row]
    guests: Sequence[GuestRow] | None = None
    invited_count: int
    closure: Closure | None
    check: CheckBlock | None = None
    printed_at: datetime
    demo: bool


def content_sha256(sheet: DaftarHadir) -> str:
    """Return the SHA-256 of the facts on the list, as canonical JSON (keys sorted, no spaces, UTF-8).

    Times are hashed to the minute in WIB, as the paper shows them, so that anyone can recompute the hash from the
    paper in hand. The letterhead stays out: an agency that moves does not change who was present.
    """
    facts: dict[str, Json] = {
        "form": _FORM_OF_FACTS,
        "title": sheet.title,
        "place": sheet.place,
        "starts_at": _minute(sheet.starts_at),
        "ends_at": _minute(sheet.ends_at),
        "organiser": {"name": sheet.organiser_name, "position": sheet.organiser_position},
        "invited_count": sheet.invited_count,
        "rows": [
            {
                "name": row.name,
                "nip": row.nip,
                "position": row.position,
                "organisation": row.organisation,
                "at": _minute(row.at),
                **({"received_at": _minute(row.received_at)} if row.received_at else {}),
            }
            for row in sheet.rows
        ],
    }
    if sheet.guests is not None:
        guests: list[Json] = [
            {
                "name": guest.name,
                "position": guest.position,
                "institution": guest.institution,
                "at": _minute(guest.at),
            }
            for guest in sheet.guests
        ]
        facts |= {"form": _FORM_WITH_GUESTS, "guests": guests}
    if any(row.received_at for row in sheet.rows):
        facts["form"] = _FORM_WITH_OFFLINE
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def render(sheet: DaftarHadir) -> bytes:
    """Return the paper as PDF/A-2b on F4; a closed list whose facts have changed since is not printed."""
    if sheet.closure and sheet.closure.content_sha256 != content_sha256(sheet):
        raise PaperFailed("daftar_hadir: the facts are not those that were closed")
    return press("daftar_hadir", _values(sheet), dated=in_wib(sheet.printed_at))


def _values(sheet: DaftarHadir) -> dict[str, Json]:
    return {
        "kop": kop_values(sheet.kop),
        "title": sheet.title,
        "date": _dates(sheet),
        "time": span(sheet.starts_at, sheet.ends_at),
        "place": sheet.place,
        "rows": [
            {
                "name": row.name,
                "nip": _nip(row.nip),
                "position": row.position,
                "organisation": row.organisation,
                "at": _arrival(row.at, sheet),
                "received_at": _arrival(row.received_at, sheet) if row.received_at else None,
            }
            for row in sheet.rows
        ],
        "guests": [
            {
                "name": guest.name,
                "position": guest.position,
                "institution": guest.institution,
                "at": _arrival(guest.at, sheet),
            }
            for guest in sheet.guests or ()
        ],
        "invited_count": sheet.invited_count,
        "organiser": {"name": sheet.organiser_name, "position": sheet.organiser_position},
        "closure": _closure(sheet.closure) if sheet.closure else None,
        "check": {"code": sheet.check.code, "address": sheet.check.address, "qr": sheet.check.qr}
        if sheet.check
        else None,
        "printed_at": _moment(sheet.printed_at),
        "demo": sheet.demo,
    }


def _closure(closure: Closure) -> dict[str, Json]:
    return {
        "version": closure.version,
        "content_sha256": closure.content_sha256,
        "closed_at": _moment(closure.closed_at),
        "closed_on": long_date(wib_date(closure.closed_at)),
    }


def _dates(sheet: DaftarHadir) -> str:
    first, last = wib_date(sheet.starts_at), wib_date(sheet.ends_at)
    return day_date(first) if first == last else f"{day_date(first)} {_TO} {day_date(last)}"


def _arrival(at: datetime, sheet: DaftarHadir) -> str:
    day = wib_date(at)
    return clock_time(at) if day == wib_date(sheet.starts_at) else f"{short_date(day)} {clock_time(at)}"


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
