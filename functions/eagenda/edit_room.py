"""Edit a meeting room of one's own office, or close it to bookings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.map_point import MapPoint
from functions.eagenda.domain.room import Capacity, Facilities, NotRoomKeeper
from functions.eagenda.map_points import placed_point
from functions.eagenda.rooms import ROOMS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line


@dataclass(frozen=True, slots=True)
class RoomToEdit:
    """Which room, as the caller saw it, and what is said of it now; bookings that there are stay."""

    room_id: str
    version: int
    name: Line
    capacity: Capacity
    facilities: Facilities
    is_shared: bool
    is_open: bool
    point: MapPoint | None


@dataclass(frozen=True, slots=True)
class RoomEdited:
    """The room is as wanted; ``already`` when it was before."""

    already: bool


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, NotRoomKeeper, Stale))
def edit_room(wanted: RoomToEdit, ctx: Context) -> RoomEdited:
    """Edit a room of the caller's office."""
    room = ctx.get(ROOMS, wanted.room_id)

    if room.organisation_id != ctx.actor.organisation_id:
        raise NotRoomKeeper(f"Hubungi {room.organisation_name}.")
    edited = replace(
        room,
        name=wanted.name,
        capacity=wanted.capacity,
        facilities=wanted.facilities,
        is_shared=wanted.is_shared,
        is_open=wanted.is_open,
        point=placed_point(wanted.point, ctx),
    )
    already = edited == room

    if not already:
        ctx.put(ROOMS, edited, seen=wanted.version)
    return RoomEdited(already)
