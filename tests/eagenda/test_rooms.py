"""Booking a room with an agenda: nobody else gets it for that time, and it is free again when the agenda leaves it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.plan import Plan
from functions.eagenda.domain.room import LONGEST_BOOKING, RoomTaken
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.rooms import OF_ROOM, ROOM_SLOTS
from shared.refusals import InvalidField
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.rooms import a_room

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

AN_HOUR = timedelta(hours=1)
A_QUARTER = timedelta(minutes=15)


@pytest.fixture
def room(desk: Desk) -> str:
    desk.organisation("setda")
    desk.organisation("diskominfo", "setda")
    return a_room(desk)


@pytest.fixture
def meeting(desk: Desk, room: str) -> Meeting:
    return Meeting(desk, room_id=room)


def taken(desk: Desk, room: str) -> int:
    """Return in how many quarters of an hour the room is taken."""
    return len(desk.all(ROOM_SLOTS, OF_ROOM, room))


def test_a_booked_room_stands_in_the_agenda_and_is_taken_for_its_time(desk: Desk, meeting: Meeting, room: str) -> None:
    booked = meeting.agenda().room
    assert booked is not None
    assert (booked.id, booked.name) == (room, "Ruang Majapahit")
    assert taken(desk, room) == 4


@pytest.mark.parametrize("later", [timedelta(), AN_HOUR - timedelta(minutes=1), timedelta(minutes=1) - AN_HOUR])
def test_a_time_that_overlaps_is_refused_with_the_other_meetings_time_and_organiser(
    desk: Desk, meeting: Meeting, room: str, later: timedelta
) -> None:
    with pytest.raises(RoomTaken) as refusal:
        Meeting(desk, starts_at=meeting.starts_at + later, room_id=room)
    assert refusal.value.detail == (
        "Ruang Majapahit dipakai Dewi (Rapat Koordinasi SPBE), Selasa, 24 November 2026, 09.00–10.00 WIB. "
        "Pilih ruang atau waktu lain."
    )
    assert taken(desk, room) == 4


def test_one_meeting_may_follow_another(desk: Desk, meeting: Meeting, room: str) -> None:
    Meeting(desk, starts_at=meeting.ends_at, room_id=room)
    assert taken(desk, room) == 8


def test_the_title_is_told_only_to_whom_that_meeting_is_shown(desk: Desk) -> None:
    desk.organisation("diskominfo", "setda")
    shared = a_room(desk, is_shared=True)
    meeting = Meeting(desk, room_id=shared)
    rina = desk.employee("Rina", *ALL, organisation="dinsos")
    secret = Meeting(desk, starts_at=meeting.ends_at, room_id=shared, visibility=Visibility.SECRET, title="Pemeriksaan")

    for other, words in (
        (meeting, "dipakai Dewi, Selasa, .*09.00–10.00 WIB"),
        (secret, "agenda lain, Selasa, .*10.00–11.00 WIB"),
    ):
        plan = Plan("Rapat", "Pendopo", other.starts_at, other.ends_at, (rina.id,), room_id=shared)
        with pytest.raises(RoomTaken, match=words) as refusal:
            desk.call(create_agenda, plan, by=rina)
        assert other.agenda().title not in refusal.value.detail


def test_a_meeting_that_moves_or_is_cancelled_leaves_its_room_free(desk: Desk, meeting: Meeting, room: str) -> None:
    meeting.move(A_QUARTER)
    assert taken(desk, room) == 4
    meeting.move(AN_HOUR * 3)
    Meeting(desk, starts_at=meeting.starts_at, room_id=room)
    meeting.cancel()
    assert taken(desk, room) == 4


def test_a_move_into_another_meeting_is_refused_and_nothing_is_lost(desk: Desk, meeting: Meeting, room: str) -> None:
    other = Meeting(desk, starts_at=meeting.starts_at + AN_HOUR * 2, room_id=room)
    with pytest.raises(RoomTaken):
        other.move(-AN_HOUR * 2 + A_QUARTER)
    assert taken(desk, room) == 8
    assert other.version() == 1


def test_a_meeting_may_go_elsewhere_and_leave_its_room(desk: Desk, meeting: Meeting, room: str) -> None:
    meeting.edit(room_id=None, place="Pendopo", reason="Peserta lebih banyak")
    assert taken(desk, room) == 0
    assert meeting.agenda().room is None


def test_a_room_of_another_office_that_is_not_shared_and_one_for_days_are_refused(
    desk: Desk, meeting: Meeting, room: str, stranger: Actor
) -> None:
    starts = meeting.ends_at + AN_HOUR
    for plan in (
        Plan("Rapat", "Ruang", starts, starts + AN_HOUR, (stranger.id,), room_id=room),
        Plan("Rapat", "Ruang", starts, starts + AN_HOUR, (stranger.id,), room_id="tidak-ada"),
    ):
        with pytest.raises(InvalidField, match="Pilih ruang lain") as refusal:
            desk.call(create_agenda, plan, by=stranger)
        assert refusal.value.facts["errors"][0]["pointer"] == "/room_id"
    with pytest.raises(InvalidField):
        Meeting(desk, starts_at=starts, lasts=LONGEST_BOOKING + A_QUARTER, room_id=room)


def test_of_ten_who_book_a_room_at_once_for_times_that_overlap_exactly_one_gets_it(desk: Desk, room: str) -> None:
    dewi = desk.employee("Dewi", *ALL)
    start = threading.Barrier(10)
    begins = desk.clock.now() + AN_HOUR

    def book(number: int) -> bool:
        starts = begins + timedelta(minutes=number)
        plan = Plan(f"Rapat {number}", "Ruang Majapahit", starts, starts + AN_HOUR, (dewi.id,), room_id=room)
        start.wait()
        try:
            desk.call(create_agenda, plan, by=dewi)
        except RoomTaken:
            return False
        return True

    with ThreadPoolExecutor(10) as threads:
        assert sorted(threads.map(book, range(10))) == [False] * 9 + [True]
    assert len({slot.agenda_id for slot in desk.all(ROOM_SLOTS, OF_ROOM, room)}) == 1
