"""Edit an agenda, or move it to another time or place, with the reason that those invited are told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.arranging import SittingAttended
from functions.eagenda.domain.edit import Edit
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.editing import prepare_edit, write_edit
from functions.eagenda.rooms import booked_room
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class Edited:
    """The agenda says so now; ``told_count`` people are told that it moved; ``already`` when it said so before."""

    told_count: int
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, SittingAttended, RoomTaken, Stale),
)
def edit_agenda(wanted: Edit, ctx: Context) -> Edited:
    """Edit an agenda; those invited are told when its time or place changes."""
    before = organised_agenda(wanted.agenda_id, ctx)
    room = booked_room(wanted.room_id, before, ctx)

    prepared = prepare_edit(before, wanted, room, ctx.actor.name, ctx)

    if not prepared.already:
        write_edit(prepared, ctx, seen=wanted.version)
    return Edited(prepared.after.invited_count if prepared.is_moved else 0, prepared.already)
