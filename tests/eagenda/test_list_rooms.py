"""Listing rooms, and which are free."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.list_rooms import list_rooms
from functions.eagenda.listed_room import WhichRooms
from tests.eagenda.meeting import Meeting
from tests.eagenda.rooms import a_room

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

A_QUARTER = timedelta(minutes=15)


def listed(desk: Desk, by: Actor, which: WhichRooms | None = None) -> dict[str, bool | None]:
    answer = desk.call(list_rooms, which or WhichRooms(), by=by)
    return {it.name: it.is_free for it in answer.items}


def test_an_office_lists_its_own_rooms_and_those_that_others_share(desk: Desk, stranger: Actor) -> None:
    a_room(desk)
    a_room(desk, "Pendopo", is_shared=True)
    assert listed(desk, desk.signed_in("p-fitri")) == {"Pendopo": None, "Ruang Majapahit": None}
    assert listed(desk, stranger) == {"Pendopo": None}


def test_a_room_is_free_before_and_after_a_meeting_and_for_that_meeting_itself(desk: Desk) -> None:
    room = a_room(desk)
    meeting = Meeting(desk, starts_at=desk.clock.now() + timedelta(minutes=37), room_id=room)
    begins, ends = meeting.starts_at, meeting.ends_at
    slot_before, slot_after = timedelta(minutes=7), timedelta(minutes=8)  # what is left of the quarters that it touches

    def free(starts: timedelta, lasts: timedelta, agenda_id: str = "") -> bool | None:
        which = WhichRooms(begins + starts, begins + starts + lasts, agenda_id)
        return listed(desk, meeting.organiser, which)["Ruang Majapahit"]

    assert free(-A_QUARTER - slot_before, A_QUARTER)
    assert not free(-A_QUARTER, A_QUARTER + timedelta(minutes=1))
    assert not free(ends - begins - A_QUARTER, A_QUARTER * 2)
    assert free(ends - begins + slot_after, A_QUARTER)
    assert free(timedelta(), A_QUARTER, meeting.id)
