"""Export the attendance list office by office, or that of one office alone, as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attendance_table import attendance_table
from functions.eagenda.attending_offices import RIGHT, WhichOffices, attending_offices
from functions.eagenda.daftar_hadir import all_attendance
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attending_office import chosen_offices
from functions.eagenda.spot_checks import replies
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import xlsx
from shared.permissions import Permission
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.letters.table import Cell


@query(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser),
    limit=PerActor(per_minute=20, burst=10),
    body=True,
)
def export_attendance_opd(which: WhichOffices, ctx: ReadContext) -> Xlsx:
    """Export the attendance list of an agenda by office, each with how many of it came; guests are of no office."""
    agenda = organised_agenda(which.agenda_id, ctx)
    present = all_attendance(agenda, ctx, RIGHT)
    offices = chosen_offices(attending_offices(agenda, present, ctx), which.office)

    came = tuple(one for office in offices for one in office.present)
    table = attendance_table(agenda, came, (), ctx.now, demo=ctx.ports.demo, replies=replies(agenda.id, ctx))
    each = iter(table.rows)
    rows: list[Sequence[Cell]] = []
    for office in offices:
        rows += [(number, *next(each)[1:]) for number, _ in enumerate(office.present, 1)]
        told = f"Jumlah {office.name}: hadir {len(office.present)} dari {office.invited_count} undangan"
        rows.append((None, told, *(None for _ in table.columns[2:])))
    whole = f"{len({it.attendee.person_id for it in present})} dari {agenda.invited_count} undangan"
    facts = {**table.facts, "Jumlah hadir": whole, "Kantor": which.office or "semua, urut nama"}
    return Xlsx(f"daftar-hadir-opd-{agenda.id}.xlsx", xlsx(replace(table, facts=facts, rows=rows)))
