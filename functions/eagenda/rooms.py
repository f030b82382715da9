"""Rooms, and booking them: a key for each quarter of an hour, so that two bookings at once meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.change import BookedRoom
from functions.eagenda.domain.room import Room, RoomSlot, room_taken, slots
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from shared.kernel.collections import ListQuery, TypedCollection
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.room import RoomTaken
    from shared.kernel.context import Context, ReadContext

BOOKING = "the agenda that the room is booked for"


def room_readers(room: Room) -> tuple[str, ...]:
    """Show a room to its office, and a shared one to all."""
    return ("public",) if room.is_shared else (f"org:{room.organisation_id}",)


def slot_key(slot: RoomSlot) -> str:
    """Return the one key for a room at a quarter of an hour."""
    return f"{slot.room_id}:{round(slot.starts_at.timestamp())}"


BY_NAME = ListQuery(order="name")
OF_ROOM = ListQuery(equal=("room_id",), order="starts_at")
ROOMS = TypedCollection(
    "rooms",
    Room,
    key=lambda it: it.id,
    readers=room_readers,
    organisation=lambda it: it.organisation_id,
    queries=(BY_NAME,),
)
ROOM_SLOTS = TypedCollection("room_slots", RoomSlot, key=slot_key, matter=lambda it: it.agenda_id, queries=(OF_ROOM,))


@dataclass(frozen=True, slots=True)
class Booking:
    """What a change of an agenda takes of rooms, and what it frees."""

    taken: tuple[RoomSlot, ...] = ()
    freed: tuple[str, ...] = ()

    def write(self, ctx: Context) -> None:
        """Take the slots and free those that were had."""
        for key in self.freed:
            ctx.delete(ROOM_SLOTS, key)
        for slot in self.taken:
            ctx.create(ROOM_SLOTS, slot)


def booked_room(room_id: str | None, before: Agenda | None, ctx: ReadContext) -> BookedRoom | None:
    """Return the room that is wanted. Raises InvalidField for one that is not the caller's to book."""
    if not room_id:
        return None
    if before and before.room and before.room.id == room_id:
        return before.room
    room = ctx.find(ROOMS, room_id)
    if room is None or not room.is_open:
        raise InvalidField("/room_id", "Ruang ini tidak dapat dipesan. Pilih ruang lain.")
    return BookedRoom(room.id, room.name)


def book(after: Agenda, before: Agenda | None, ctx: Context) -> Booking:
    """Return what the agenda takes and frees; everything is read before anything is written. Raises RoomTaken."""
    wanted = {slot_key(it): it for it in _slots(after)}
    held = {slot_key(it): it for it in _slots(before)}
    found = {key: ctx.find(ROOM_SLOTS, key, right_from=BOOKING) for key in {**held, **wanted}}
    for key in wanted:
        other = found[key]
        if other and other.agenda_id != after.id:
            raise taken(after.room, other, ctx)
    own = {key for key, slot in found.items() if slot and slot.agenda_id == after.id}
    return Booking(tuple(slot for key, slot in wanted.items() if key not in own), tuple(sorted(own - wanted.keys())))


def free(agenda: Agenda, ctx: Context) -> Booking:
    """Return what an agenda frees that does not take place."""
    keys = [slot_key(it) for it in _slots(agenda)]
    found = ((key, ctx.find(ROOM_SLOTS, key, right_from=BOOKING)) for key in keys)
    return Booking(freed=tuple(key for key, slot in found if slot and slot.agenda_id == agenda.id))


def _slots(agenda: Agenda | None) -> Iterable[RoomSlot]:
    if agenda is None or agenda.room is None:
        return ()
    room_id = agenda.room.id
    return [RoomSlot(room_id, start, agenda.id) for start in slots(agenda.starts_at, agenda.ends_at)]


def taken(room: BookedRoom | None, slot: RoomSlot, ctx: ReadContext) -> RoomTaken:
    """Tell when and by whom a room is taken, and for what only to whom that agenda is shown."""
    other = ctx.get(AGENDAS, slot.agenda_id, right_from="the room that both want")
    invited = ctx.find(INVITATIONS, participation_key(other.id, ctx.actor.id), right_from="the caller's own invitation")
    may_see = invited is not None or ctx.find(AGENDAS, other.id) is not None
    is_hidden = other.visibility is Visibility.SECRET and not may_see
    return room_taken(
        room.name if room else "",
        other.title if may_see else "",
        "" if is_hidden else other.organiser.name,
        other.starts_at,
        other.ends_at,
    )
