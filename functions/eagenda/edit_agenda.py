"""Edit an agenda, or move it to another time or place, with the reason that those invited are told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.arranging import SittingAttended
from functions.eagenda.domain.edit import Edit, edit, has_moved
from functions.eagenda.domain.guest_book import require_guests_admitted
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.invited_guests import GUEST_BOOKS
from functions.eagenda.map_points import placed_point
from functions.eagenda.records import AGENDAS
from functions.eagenda.reminders import REMINDED
from functions.eagenda.rooms import book, booked_room
from functions.eagenda.scan_tasks import waiting_for_organiser
from functions.eagenda.sittings import arranged, require_none_lost
from functions.eagenda.subjects import agenda_subject_id, as_subject
from shared.events.eagenda import AgendaEdited
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, restate
from shared.tasks.task import TaskKind
from shared.views.subjects import SUBJECTS

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class Edited:
    """The agenda says so now; ``told_count`` people are told that it moved; ``already`` when it said so before."""

    told_count: int
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaCancelled, AgendaOver, SittingAttended, RoomTaken, Stale),
)
def edit_agenda(wanted: Edit, ctx: Context) -> Edited:
    """Edit an agenda; those invited are told when its time or place changes."""
    before = organised_agenda(wanted.agenda_id, ctx)
    # Of agendas from before there were notices nothing is found; it is written anew.
    ctx.find(SUBJECTS, agenda_subject_id(before.id), right_from=_RIGHT)
    task = find_task(TaskKind.PROVISIONAL_SCANS, before.id, ctx)
    guests = ctx.find(GUEST_BOOKS, before.id, right_from=_RIGHT)
    reminded = ctx.find(REMINDED, before.id, right_from=_RIGHT)

    wanted = replace(wanted, point=placed_point(wanted.point, ctx))
    require_guests_admitted(guests, wanted.admit_guests)
    after = edit(before, wanted, ctx.actor.name, ctx.now, arranged(wanted, before.sittings, ctx))
    require_none_lost(before, after, ctx)
    after = replace(after, room=booked_room(wanted.room_id, before, ctx))
    booking = book(after, before, ctx)
    already = after == before
    is_moved = has_moved(before, after)

    if not already:
        ctx.put(AGENDAS, after, seen=wanted.version)
        booking.write(ctx)
        ctx.put(SUBJECTS, as_subject(after, ctx.version(AGENDAS, before.id)))
        restate(task, waiting_for_organiser(after, ctx), ctx)
        if reminded and after.starts_at != before.starts_at:
            ctx.delete(REMINDED, before.id)
        ctx.emit(AgendaEdited(after.id, after.starts_at, is_moved))
    return Edited(after.invited_count if is_moved else 0, already)
