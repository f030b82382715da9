"""A calendar as programs of others read it: iCalendar (RFC 5545)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.rules.calendar import in_wib

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST_OCTETS = 75  # in a line, without its end (RFC 5545, 3.1)

# What ends a line anywhere but in our own line ends: also where a reader splits by Unicode and not by the standard.
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")

_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Pemerintah Kabupaten Mojokerto//Trowulan//ID",
    "CALSCALE:GREGORIAN",
)
# Western Indonesia Time since 1 January 1964 (Keppres 243/1963), as the time zone database tells it.
_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Jakarta",
    "BEGIN:STANDARD",
    "DTSTART:19640101T000000",
    "TZOFFSETFROM:+0730",
    "TZOFFSETTO:+0700",
    "TZNAME:WIB",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One entry. ``uid`` never changes; ``sequence`` rises whenever the entry does, at ``changed_at``; no link: ""."""

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    description: str
    link: str
    is_cancelled: bool = False
    point: tuple[float, float] | None = None  # latitude and longitude in degrees


class Method(StrEnum):
    """What a file that comes by mail wants of the receiver's calendar (RFC 5546, section 3.2)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class CalendarParty:
    """Who calls or who is called: a name and an address."""

    name: str
    address: str


def write_invitation(event: CalendarEvent, method: Method, organiser: CalendarParty, attendee: CalendarParty) -> bytes:
    """Return what one who is called to an event gets by mail: to enter it, to move it, or to take it out again.

    No answer is asked for by mail (RSVP=FALSE): the address that calls takes none.
    """
    called = f'ATTENDEE;CN="{_quoted(attendee.name)}";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE'
    people = (
        f'ORGANIZER;CN="{_quoted(organiser.name)}":mailto:{organiser.address}',
        f"{called}:mailto:{attendee.address}",
    )
    lines = [*_HEAD, f"METHOD:{method}", *_ZONE, *_event(event, people), "END:VCALENDAR"]
    return b"".join(folded(line) for line in lines)


def write_calendar(name: str, events: Iterable[CalendarEvent]) -> bytes:
    """Return a calendar of that name, the same for the same events: it says nothing of when it was written."""
    lines = [
        *_HEAD,
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-TIMEZONE:Asia/Jakarta",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]
    lines += ["X-PUBLISHED-TTL:PT1H", *_ZONE]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """Write a text as a value: nothing in it ends the line or the value (RFC 5545, 3.3.11)."""
    plain = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    for character, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(character, written)
    return plain


def folded(line: str) -> bytes:
    """Return a line with its end, broken where it is longer than 75 octets and never within a character."""
    parts, part, length = [], "", 0
    for character in line:
        octets = len(character.encode())
        if length + octets > _MOST_OCTETS:
            parts.append(part)
            part, length = " ", 1
        part += character
        length += octets
    return "\r\n".join([*parts, part]).encode() + b"\r\n"


def _quoted(text: str) -> str:
    """Write a text between quotes, where no escape exists (RFC 5545, 3.2): what would end them goes."""
    return " ".join(_CONTROLS.sub("", _LINE_ENDS.sub(" ", text)).replace('"', "'").split())


def _event(event: CalendarEvent, people: tuple[str, ...] = ()) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{_in_utc(event.changed_at)}"
    yield f"LAST-MODIFIED:{_in_utc(event.changed_at)}"
    yield f"DTSTART;TZID=Asia/Jakarta:{_in_jakarta(event.starts_at)}"
    yield f"DTEND;TZID=Asia/Jakarta:{_in_jakarta(event.ends_at)}"
    yield f"SUMMARY:{escaped(event.title)}"
    yield f"LOCATION:{escaped(event.place)}"
    if event.point:
        yield f"GEO:{event.point[0]:.6f};{event.point[1]:.6f}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    if event.link:
        yield f"URL:{event.link}"
    yield from people
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _in_utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _in_jakarta(moment: datetime) -> str:
    return f"{in_wib(moment):%Y%m%dT%H%M%S}"
