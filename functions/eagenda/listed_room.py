"""A room as the list shows it, free or not at the hours that are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.room import SLOT, Room
from functions.eagenda.rooms import OF_ROOM, ROOM_SLOTS
from shared.kernel.context import ReadContext
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichRooms:
    """For which time, if any; what the agenda itself has booked counts as free."""

    starts_at: Instant | None = None
    ends_at: Instant | None = None
    agenda_id: str = ""


@dataclass(frozen=True, slots=True)
class ListedRoom:
    """One room; ``is_free`` says nothing where no time was asked for."""

    id: str
    version: int
    name: str
    organisation_name: str
    capacity: int
    facilities: str
    is_shared: bool
    is_open: bool
    is_own: bool
    is_free: bool | None
    point: MapPoint | None


def is_free(room: Room, which: WhichRooms, ctx: ReadContext) -> bool | None:
    """Return whether a room is free at the hours that are asked for; None where none are, or it is closed."""
    if which.starts_at is None or which.ends_at is None or not room.is_open:
        return None
    low = which.starts_at - SLOT  # a slot that has begun touches the time too
    taken = ctx.list(
        ROOM_SLOTS, OF_ROOM, equal=(room.id,), low=low, high=which.ends_at, limit=100, right_from="the room"
    )
    others = (slot for _, slot in taken.items if slot.agenda_id != which.agenda_id)
    return not any(slot.starts_at + SLOT > which.starts_at for slot in others)
