"""Calendars as programs of others read them: checked by a library that is one of them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from shared.rules.icalendar import (
    CalendarEvent,
    CalendarParty,
    Method,
    escaped,
    folded,
    write_calendar,
    write_invitation,
)

MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)  # 09.00 WIB
CHANGED = datetime(2026, 11, 20, 3, 4, 5, 678, tzinfo=UTC)
EVIL = (
    "Rapat\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:palsu",
    "Rapat\u2028ATTENDEE:mailto:x@example.id",
    "Rapat\x85STATUS:CANCELLED",
    "Rapat\x0bX:1\x00\x1b[31m",
    '<script>alert("1")</script>; , \\n \\',
    "🎉" * 60,
)


def event(title: str = "Rapat", description: str = "", *, is_cancelled: bool = False) -> CalendarEvent:
    return CalendarEvent(
        uid="a1@agenda.trowulan",
        sequence=3,
        changed_at=CHANGED,
        starts_at=MORNING,
        ends_at=MORNING + timedelta(hours=2),
        title=title,
        place="Aula Majapahit, lantai 2; sayap timur",
        description=description,
        link="https://trowulan.example/agenda/a1",
        is_cancelled=is_cancelled,
    )


def read(written: bytes) -> list[Any]:
    """Read a calendar by the library; return its entries."""
    return list(Calendar.from_ical(written).walk("VEVENT"))


def as_shown(text: str) -> str:
    """Return a text without what no reader may show: controls, and line ends of other standards."""
    lines = re.sub("\r\n|[\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f]", "", lines)


def test_an_entry_is_read_as_it_was_meant() -> None:
    [entry] = read(write_calendar("Agenda Trowulan", [event(description="Bawa data.\n\nPakaian: batik")]))
    assert str(entry["UID"]) == "a1@agenda.trowulan"
    assert entry["SEQUENCE"] == 3
    assert entry["DTSTART"].dt == MORNING
    assert entry["DTSTART"].dt.utcoffset() == timedelta(hours=7)
    assert entry["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert entry["DTEND"].dt == MORNING + timedelta(hours=2)
    assert entry["DTSTAMP"].dt == entry["LAST-MODIFIED"].dt == CHANGED.replace(microsecond=0)
    assert (str(entry["LOCATION"]), str(entry["STATUS"])) == ("Aula Majapahit, lantai 2; sayap timur", "CONFIRMED")
    assert str(entry["DESCRIPTION"]) == "Bawa data.\n\nPakaian: batik"


def test_a_cancelled_entry_says_so() -> None:
    [entry] = read(write_calendar("Agenda", [event(is_cancelled=True)]))
    assert str(entry["STATUS"]) == "CANCELLED"


def test_the_zone_is_defined_in_the_calendar_itself() -> None:
    zones: list[Any] = Calendar.from_ical(write_calendar("Agenda", [])).walk("VTIMEZONE")
    [zone] = zones
    assert str(zone["TZID"]) == "Asia/Jakarta"
    assert MORNING.astimezone(zone.to_tz()).strftime("%H.%M %z") == "09.00 +0700"


def test_what_was_read_and_written_again_by_the_library_says_the_same() -> None:
    written = write_calendar("Agenda", [event(), event("Apel; pagi, \\ 🎉")])
    again = Calendar.from_ical(Calendar.from_ical(written).to_ical())
    assert [dict(entry) for entry in again.walk("VEVENT")] == [dict(entry) for entry in read(written)]


def test_the_same_entries_make_the_same_bytes() -> None:
    assert write_calendar("Agenda", [event()]) == write_calendar("Agenda", [event()])


@pytest.mark.parametrize("title", EVIL)
def test_a_title_cannot_end_its_line_or_begin_another_entry(title: str) -> None:
    written = write_calendar("Agenda", [event(title)])
    assert [str(it["SUMMARY"]) for it in read(written)] == [as_shown(title)]
    assert len(written.decode().splitlines()) == len(written.split(b"\r\n")) - 1


@given(st.text(), st.text())
def test_any_title_and_description_come_through_whole_in_lines_that_are_short_enough(title: str, more: str) -> None:
    written = write_calendar("Agenda", [event(title, more)])
    [entry] = read(written)
    assert (str(entry["SUMMARY"]), str(entry["DESCRIPTION"])) == (as_shown(title), as_shown(more))
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")


@given(st.text())
def test_a_folded_line_is_the_line_again_when_it_is_unfolded(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    assert folded(line).decode().replace("\r\n ", "").removesuffix("\r\n") == line


OFFICE, RATNA = CalendarParty("Diskominfo", "a@b.example"), CalendarParty("Ratna", "ratna@angin.example")


@pytest.mark.parametrize("method", list(Method))
def test_an_invitation_says_who_calls_whom_and_what_it_wants_of_the_calendar(method: Method) -> None:
    calendar = Calendar.from_ical(write_invitation(event(), method, OFFICE, RATNA))
    [entry] = calendar.walk("VEVENT")
    assert calendar["METHOD"] == method
    assert (entry["ORGANIZER"], entry["ORGANIZER"].params["CN"]) == ("mailto:a@b.example", "Diskominfo")
    assert (entry["ATTENDEE"], entry["ATTENDEE"].params["RSVP"]) == ("mailto:ratna@angin.example", "FALSE")
    assert (entry["UID"], entry["SEQUENCE"]) == ("a1@agenda.trowulan", 3)


@given(st.text())
def test_a_name_cannot_leave_its_quotes(name: str) -> None:
    written = write_invitation(event(), Method.REQUEST, OFFICE, CalendarParty(f'{name}";X="', "r@angin.example"))
    [entry] = Calendar.from_ical(written).walk("VEVENT")
    assert entry["ATTENDEE"] == "mailto:r@angin.example"
    assert "X" not in entry["ATTENDEE"].params
    assert max(map(len, written.split(b"\r\n"))) <= 75
