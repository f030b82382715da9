"""Print the attendance list office by office, or that of one office alone, for who has to account for its people."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.attending_offices import RIGHT, WhichOffices, attending_offices
from functions.eagenda.daftar_hadir import all_attendance, daftar_hadir, rows_of
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attending_office import chosen_offices
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.daftar_hadir import OfficeRows, render
from shared.permissions import Permission
from shared.refusals import RecordMissing


@query(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser),
    limit=PerActor(per_minute=20, burst=10),
    body=True,
)
def print_daftar_hadir_opd(which: WhichOffices, ctx: ReadContext) -> Pdf:
    """Print the attendance list of an agenda by office, as an excerpt of the list as it stands."""
    agenda = organised_agenda(which.agenda_id, ctx)
    present = all_attendance(agenda, ctx, RIGHT)
    offices = chosen_offices(attending_offices(agenda, present, ctx), which.office)

    sheet = replace(
        daftar_hadir(agenda, present, ctx),
        offices=[OfficeRows(it.name, it.invited_count, rows_of(it.present)) for it in offices],
        one_office=which.office,
    )
    return Pdf(f"daftar-hadir-opd-{agenda.id}.pdf", render(sheet))
