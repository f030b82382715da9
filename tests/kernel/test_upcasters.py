"""What an earlier release stored is read as this one would have stored it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.kernel.collections import TypedCollection

if TYPE_CHECKING:
    from tests.desk import Desk


@dataclass(frozen=True, slots=True)
class Room:
    """A room as the third schema has it."""

    id: str
    seats: int
    has_screen: bool


def seats_as_number(room: dict[str, Any]) -> dict[str, Any]:
    """Schema 1 kept the seats as text."""
    return {**room, "seats": int(room["seats"])}


def without_screen(room: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 knew no screens."""
    return {**room, "has_screen": False}


ROOMS = TypedCollection("rooms", Room, key=lambda it: it.id, upcasters=(seats_as_number, without_screen))
STORED = {
    1: {"id": "aula", "seats": "80"},
    2: {"id": "aula", "seats": 80},
    3: {"id": "aula", "seats": 80, "has_screen": False},
}


def test_each_schema_is_brought_up_to_the_present_one() -> None:
    assert ROOMS.schema == 3
    for schema, value in STORED.items():
        assert ROOMS.read({"schema": schema, "value": value}) == Room("aula", 80, has_screen=False)


def test_what_is_stored_stays_as_it_is_until_it_is_written_again(desk: Desk) -> None:
    body = {**ROOMS.write(Room("aula", 1, has_screen=True), by="test", at=desk.clock.now(), before=None), "schema": 1}
    old = {**body, "value": STORED[1]}
    desk.records.transact(lambda transaction: transaction.put(ROOMS.stored, "aula", old))
    room = desk.found(ROOMS, "aula")
    assert room is not None
    assert desk.records.get(ROOMS.stored, "aula") == old

    desk.records.transact(
        lambda transaction: transaction.put(
            ROOMS.stored, "aula", ROOMS.write(room, by="test", at=desk.clock.now(), before=old)
        )
    )
    written = desk.records.get(ROOMS.stored, "aula")
    assert written is not None
    assert (written["schema"], written["version"], written["value"]) == (3, 2, STORED[3])
