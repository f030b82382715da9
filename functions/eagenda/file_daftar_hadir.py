"""File the closed attendance list as a document."""

from __future__ import annotations

from functions.eagenda.daftar_hadir import all_attendance, daftar_hadir, document_name
from functions.eagenda.records import AGENDAS
from shared.events.eagenda import AttendanceClosed
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext
from shared.letters.daftar_hadir import render

_RIGHT = "the event of this agenda"


@effect(on=AttendanceClosed, delivery=Delivery.AT_LEAST_ONCE)
def file_daftar_hadir(closed: AttendanceClosed, ctx: ReadContext) -> None:
    """Print the closed list and keep it; printing it again gives the same bytes, so twice is once."""
    agenda = ctx.get(AGENDAS, closed.agenda_id, right_from=_RIGHT)
    paper = render(daftar_hadir(agenda, all_attendance(agenda, ctx, _RIGHT), ctx))
    ctx.ports.documents.save(document_name(agenda), paper)
