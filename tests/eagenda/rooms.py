"""Rooms that tests book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.add_room import add_room
from functions.eagenda.domain.room import RoomFacts
from shared.permissions import Permission

if TYPE_CHECKING:
    from functions.eagenda.domain.map_point import MapPoint
    from tests.desk import Desk


def a_room(
    desk: Desk,
    name: str = "Ruang Majapahit",
    *,
    capacity: int = 30,
    is_shared: bool = False,
    point: MapPoint | None = None,
) -> str:
    """Let Diskominfo have a room; return its id."""
    keeper = desk.employee("Fitri", Permission.MANAGE_OFFICE)
    facts = RoomFacts(name, capacity, "Proyektor", is_shared, point)
    room_id: str = desk.call(add_room, facts, by=keeper).id
    return room_id
