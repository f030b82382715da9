"""Close the attendance of a meeting: from then on the list is final and has a hash."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.daftar_hadir import all_attendance, daftar_hadir, issued
from functions.eagenda.domain.agenda import (
    AgendaIsCancelled,
    NotOrganiser,
    Sheet,
    close,
    final_sheet,
)
from functions.eagenda.domain.provisional_scan import ScanState, ScansWait, require_none_waiting
from functions.eagenda.provisional_scans import OF_AGENDA_IN_STATE, PROVISIONAL_SCANS
from functions.eagenda.records import AGENDAS
from shared.events.eagenda import AttendanceClosed
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.letters.daftar_hadir import content_sha256
from shared.papers import PAPERS, paper_code
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class Closing:
    """Which agenda, as the organiser saw it; kept scans that wait are left out only when it says so."""

    agenda_id: str
    version: int
    leave_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """The final list; ``already`` when it was closed before."""

    sheet: Sheet
    present_count: int
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, ScansWait, Stale)
)
def close_attendance(closing: Closing, ctx: Context) -> Closed:
    """Close the attendance of an agenda and fix its list."""
    agenda = organised_agenda(closing.agenda_id, ctx)
    # The list is a query in a command: no key names all who came. Each scan guards the agenda that is written here.
    present = all_attendance(agenda, ctx, _RIGHT)

    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)
    waiting = ctx.count(PROVISIONAL_SCANS, OF_AGENDA_IN_STATE, equal=(agenda.id, ScanState.WAITING), right_from=_RIGHT)

    already = agenda.sheet is not None
    if not (already or closing.leave_waiting):
        require_none_waiting(waiting)
    present_count = len({it.attendee.person_id for it in present})
    facts = content_sha256(daftar_hadir(agenda, present, ctx))
    sheet = agenda.sheet or final_sheet(agenda, facts, paper_code(ctx.new_id()), ctx.now)

    if not already:
        closed = close(agenda, sheet)
        ctx.put(AGENDAS, closed, seen=closing.version)
        ctx.create(PAPERS, issued(closed, sheet, present_count, demo=ctx.ports.demo))
        settle(task, ctx)
        ctx.emit(AttendanceClosed(agenda.id, sheet.version))
    return Closed(sheet, present_count, already)
