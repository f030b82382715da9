"""Adding a meeting room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.add_room import add_room
from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.rooms import ROOMS
from shared.permissions import Permission
from tests.eagenda.rooms import a_room

if TYPE_CHECKING:
    from typing import Any

    from tests.desk import Desk


def test_a_room_is_its_keepers_offices(desk: Desk) -> None:
    room = desk.found(ROOMS, a_room(desk, capacity=40))
    assert room is not None
    assert (room.organisation_id, room.organisation_name, room.name) == (
        "diskominfo",
        "Dinas Diskominfo",
        "Ruang Majapahit",
    )
    assert (room.capacity, room.facilities, room.is_shared, room.is_open) == (40, "Proyektor", False, True)


def test_a_room_has_a_place_on_the_map_with_the_usual_radius(desk: Desk) -> None:
    room = desk.found(ROOMS, a_room(desk, point=MapPoint(-7.4722, 112.4346)))
    assert room is not None
    assert room.point == MapPoint(-7.4722, 112.4346, 200)


@pytest.mark.parametrize(
    ("pointer", "wrong"),
    [
        ("/name", {"name": " "}),
        ("/capacity", {"capacity": 0}),
        ("/point/latitude", {"point": {"latitude": 112.4, "longitude": -7.4}}),
    ],
)
def test_a_room_without_a_name_or_a_seat_is_pointed_at(desk: Desk, pointer: str, wrong: dict[str, Any]) -> None:
    fitri = desk.employee("Fitri", Permission.MANAGE_OFFICE)
    body = {"name": "Ruang", "capacity": 10, "facilities": "", "is_shared": False, **wrong}
    response = desk.request(add_room, json_body=body, token=desk.token(fitri))
    assert [error["pointer"] for error in response.get_json()["errors"]] == [pointer]
