"""Edit a series from one of its days on, with the reason that those invited are told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.changed_series import later_days, note_series, require_room_each_day, start_changing
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.edit import Edit
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.editing import prepare_edit, write_edit
from functions.eagenda.rooms import booked_room
from functions.eagenda.series import settled_series
from shared.events.eagenda_series import SeriesMoved
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing


@dataclass(frozen=True, slots=True)
class SeriesEdited:
    """This day says so now, and ``later_count`` later ones are made to by the job; ``already`` when this one did.

    ``told_count`` people are told that the series moved.
    """

    told_count: int
    later_count: int
    job_id: str
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, RoomTaken, SeriesInWork, Stale),
)
def edit_series(wanted: Edit, ctx: Context) -> SeriesEdited:
    """Edit an agenda and those of its series after it; earlier ones stay, and what was edited alone stays so."""
    if wanted.sittings:
        raise InvalidField("/sittings", "Sesi dibagi pada satu tanggal saja. Pilih “Hanya ini”.")
    before = organised_agenda(wanted.agenda_id, ctx)
    series = settled_series(before, ctx)
    later = later_days(before, series, ctx)
    note_series(series, ctx)
    room = booked_room(wanted.room_id, before, ctx)

    prepared = prepare_edit(before, wanted, room, ctx.actor.name, ctx)
    if prepared.already:
        return SeriesEdited(0, 0, "", already=True)
    require_room_each_day(before, prepared.after, later, ctx)

    write_edit(prepared, ctx, seen=wanted.version, with_series=True)
    job_id = start_changing(series, before, prepared.after, later, wanted.reason, ctx)
    if prepared.is_moved:
        ctx.emit(SeriesMoved(series.id, before.id))
    told = prepared.after.invited_count if prepared.is_moved else 0
    return SeriesEdited(told, len(later), job_id, already=False)
