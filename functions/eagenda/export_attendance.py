"""Export the attendance list as a table, for those who count, sort or combine it with others."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attendance_table import attendance_table
from functions.eagenda.daftar_hadir import all_attendance
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.guests import all_guests
from functions.eagenda.sittings import chosen_sitting
from functions.eagenda.spot_checks import replies
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import xlsx
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class WhichAttendanceToExport:
    """Of which agenda, and of which of its sittings alone; of all where none is named."""

    agenda_id: str
    sitting_id: str = ""


@query(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser),
    limit=PerActor(per_minute=20, burst=10),
)
def export_attendance(which: WhichAttendanceToExport, ctx: ReadContext) -> Xlsx:
    """Export the attendance list of an agenda as XLSX."""
    agenda = organised_agenda(which.agenda_id, ctx)
    sitting = chosen_sitting(agenda, which.sitting_id)
    present = all_attendance(agenda, ctx, _RIGHT)
    guests = all_guests(agenda, ctx, _RIGHT)

    table = attendance_table(
        agenda, present, guests, ctx.now, sitting=sitting, demo=ctx.ports.demo, replies=replies(agenda.id, ctx)
    )
    return Xlsx(f"daftar-hadir-{agenda.id}.xlsx", xlsx(table))
