"""List the meeting rooms that the caller's office may book, and which are free."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.listed_room import ListedRoom, WhichRooms, is_free
from functions.eagenda.rooms import BY_NAME, ROOMS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN


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
            is_free(room, which, ctx),
            room.point,
        )
        for _, room in rooms
    )
    return ListedRooms(items)
