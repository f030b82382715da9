"""Editing an agenda, in the transaction of whatever edits it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.edit import edit, has_moved
from functions.eagenda.domain.guest_book import require_guests_admitted
from functions.eagenda.invited_guests import GUEST_BOOKS
from functions.eagenda.map_points import placed_point
from functions.eagenda.records import AGENDAS
from functions.eagenda.reminders import REMINDED
from functions.eagenda.rooms import book
from functions.eagenda.scan_tasks import waiting_for_organiser
from functions.eagenda.sittings import arranged, require_none_lost
from functions.eagenda.subjects import agenda_subject_id, as_subject
from shared.events.eagenda import AgendaEdited
from shared.tasks.ask import find_task, restate
from shared.tasks.task import TaskKind
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.change import BookedRoom
    from functions.eagenda.domain.edit import Edit
    from functions.eagenda.domain.reminder import Reminded
    from functions.eagenda.rooms import Booking
    from shared.kernel.context import Context
    from shared.tasks.task import Task

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class PreparedEdit:
    """An agenda before and after, and what changes beside it."""

    before: Agenda
    after: Agenda
    booking: Booking
    task: Task | None
    reminded: Reminded | None

    @property
    def already(self) -> bool:
        """Whether the agenda says so already."""
        return self.after == self.before

    @property
    def is_moved(self) -> bool:
        """Whether its time or its place is another."""
        return has_moved(self.before, self.after)


def prepare_edit(before: Agenda, wanted: Edit, room: BookedRoom | None, by: str, ctx: Context) -> PreparedEdit:
    """Read and decide. Raises AgendaIsCancelled, AgendaOver, InvalidField, RoomTaken."""
    # Of agendas from before there were notices nothing is found; it is written anew.
    ctx.find(SUBJECTS, agenda_subject_id(before.id), right_from=_RIGHT)
    task = find_task(TaskKind.PROVISIONAL_SCANS, before.id, ctx)
    reminded = ctx.find(REMINDED, before.id, right_from=_RIGHT)

    guests = ctx.find(GUEST_BOOKS, before.id, right_from=_RIGHT)

    wanted = replace(wanted, point=placed_point(wanted.point, ctx))
    require_guests_admitted(guests, wanted.admit_guests)
    after = replace(edit(before, wanted, by, ctx.now, arranged(wanted, before.sittings, ctx)), room=room)
    require_none_lost(before, after, ctx)
    return PreparedEdit(before, after, book(after, before, ctx), task, reminded)


def write_edit(prepared: PreparedEdit, ctx: Context, *, seen: int | None = None, with_series: bool = False) -> None:
    """Write the agenda as it is now, and whatever names it; those invited are told by the event. Raises Stale."""
    before, after = prepared.before, prepared.after
    ctx.put(AGENDAS, after, seen=seen)
    prepared.booking.write(ctx)
    ctx.put(SUBJECTS, as_subject(after, ctx.version(AGENDAS, before.id)))
    restate(prepared.task, waiting_for_organiser(after, ctx), ctx)
    if prepared.reminded and after.starts_at != before.starts_at:
        ctx.delete(REMINDED, before.id)
    moved = AgendaEdited(after.id, after.starts_at, prepared.is_moved, with_series)
    ctx.emit(moved, organisation_id=after.organiser.organisation_id)
