"""Add a meeting room of one's own office."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.room import Room, RoomFacts
from functions.eagenda.map_points import placed_point
from functions.eagenda.rooms import ROOMS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class RoomAdded:
    """The new room."""

    id: str


@operation(permission=Permission.MANAGE_OFFICE)
def add_room(facts: RoomFacts, ctx: Context) -> RoomAdded:
    """Add a room in which the caller's office holds its meetings."""
    room = Room(
        ctx.new_id(),
        ctx.actor.organisation_id,
        ctx.actor.organisation_name,
        facts.name,
        facts.capacity,
        facts.facilities,
        facts.is_shared,
        point=placed_point(facts.point, ctx),
    )

    ctx.create(ROOMS, room)
    return RoomAdded(room.id)
