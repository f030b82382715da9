"""Print the attendance list: a draft while attendance is open, the final paper once it is closed."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.daftar_hadir import all_attendance, daftar_hadir, document_name
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.sittings import chosen_sitting
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.daftar_hadir import render
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichDaftarHadir:
    """Of which agenda, and of which of its sittings alone; of all where none is named."""

    agenda_id: str
    sitting_id: str = ""


@query(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser),
    limit=PerActor(per_minute=20, burst=10),
)
def print_daftar_hadir(which: WhichDaftarHadir, ctx: ReadContext) -> Pdf:
    """Print the attendance list of an agenda as PDF/A."""
    agenda = organised_agenda(which.agenda_id, ctx)
    sitting = chosen_sitting(agenda, which.sitting_id)
    filed = ctx.ports.documents.load(document_name(agenda)) if agenda.sheet and not sitting else None
    present = () if filed else all_attendance(agenda, ctx, "the agenda that the caller runs")

    paper = filed or render(daftar_hadir(agenda, present, ctx, sitting.id if sitting else ""))
    return Pdf(f"daftar-hadir-{agenda.id}.pdf", paper)
