"""List the meeting rooms that the caller's office may book, and which are free."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.room import SLOT, Room
from functions.eagenda.rooms import BY_NAME, OF_ROOM, ROOM_SLOTS, ROOMS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
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


@dataclass(frozen=True, slots=True)
class ListedRooms:
    """The rooms by name."""

    items: tuple[ListedRoom, ...]


@query(permission=SIGNED_IN)
def list_rooms(which: WhichRooms, ctx: ReadContext) -> ListedRooms:
    """List the rooms of the caller's office and those that others share."""
    rooms = list(ctx.every(ROOMS, BY_NAME))

    items = tuple(
        ListedRoom(
            room.id,
            ctx.version(ROOMS, room.id),
            room.name,
            room.organisation_name,
            room.capacity,
            room.facilities,
            room.is_shared,
            room.is_open,
            room.organisation_id == ctx.actor.organisation_id,
            _is_free(room, which, ctx),
            room.point,
        )
        for _, room in rooms
    )
    return ListedRooms(items)


def _is_free(room: Room, which: WhichRooms, ctx: ReadContext) -> bool | None:
    if which.starts_at is None or which.ends_at is None or not room.is_open:
        return None
    low = which.starts_at - SLOT  # a slot that has begun touches the time too
    taken = ctx.list(
        ROOM_SLOTS, OF_ROOM, equal=(room.id,), low=low, high=which.ends_at, limit=100, right_from="the room"
    )
    others = (slot for _, slot in taken.items if slot.agenda_id != which.agenda_id)
    return not any(slot.starts_at + SLOT > which.starts_at for slot in others)
