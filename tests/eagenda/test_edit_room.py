"""Editing a meeting room, and closing it to bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.room import NotRoomKeeper
from functions.eagenda.edit_room import RoomToEdit, edit_room
from functions.eagenda.list_rooms import list_rooms
from functions.eagenda.listed_room import WhichRooms
from functions.eagenda.rooms import OF_ROOM, ROOM_SLOTS, ROOMS
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.meeting import Meeting
from tests.eagenda.rooms import a_room

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def edit(desk: Desk, room_id: str, by: Actor | None = None, version: int = 1, **changed: Any) -> bool:  # noqa: ANN401 -- any field
    said = {"name": "Ruang Majapahit", "capacity": 30, "facilities": "Proyektor", "is_shared": False, "is_open": True}
    said["point"] = None
    wanted = RoomToEdit(room_id, version, **{**said, **changed})
    already: bool = desk.call(edit_room, wanted, by=by or desk.signed_in("p-fitri")).already
    return already


def test_what_is_said_of_a_room_changes_once(desk: Desk) -> None:
    room_id = a_room(desk)
    assert not edit(desk, room_id, capacity=50, facilities="Proyektor, kamera")
    assert edit(desk, room_id, version=2, capacity=50, facilities="Proyektor, kamera")
    room = desk.found(ROOMS, room_id)
    assert room is not None
    assert (room.capacity, room.facilities) == (50, "Proyektor, kamera")


def test_a_closed_room_is_booked_no_more_and_keeps_what_was_booked(desk: Desk) -> None:
    room_id = a_room(desk)
    meeting = Meeting(desk, room_id=room_id)
    edit(desk, room_id, is_open=False)

    with pytest.raises(InvalidField):
        Meeting(desk, starts_at=meeting.ends_at, room_id=room_id)
    meeting.edit(title="Rapat yang tetap di sana")
    assert len(desk.all(ROOM_SLOTS, OF_ROOM, room_id)) == 4


def test_another_version_is_stale(desk: Desk) -> None:
    room_id = a_room(desk)
    edit(desk, room_id, capacity=50)
    with pytest.raises(Stale):
        edit(desk, room_id, capacity=60)


def test_another_offices_room_is_missing_or_when_shared_not_theirs_to_change(desk: Desk) -> None:
    room_id, shared = a_room(desk), a_room(desk, "Pendopo", is_shared=True)
    other = desk.employee("Rina", Permission.MANAGE_OFFICE, organisation="dinsos")
    with pytest.raises(RecordMissing):
        edit(desk, room_id, other)
    with pytest.raises(NotRoomKeeper, match="Hubungi Dinas Diskominfo"):
        edit(desk, shared, other)


def test_a_room_s_place_on_the_map_is_listed_and_taken_off(desk: Desk) -> None:
    room_id = a_room(desk)
    edit(desk, room_id, point=MapPoint(-7.4722, 112.4346, 50))
    [listed] = desk.call(list_rooms, WhichRooms(), by=desk.signed_in("p-fitri")).items
    assert listed.point == MapPoint(-7.4722, 112.4346, 50)
    edit(desk, room_id, version=2, point=None)
    room = desk.found(ROOMS, room_id)
    assert room is not None
    assert room.point is None
