"""Print a final notulen."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.notulen import NotulenNotFinal
from functions.eagenda.notulen import EDITIONS, RIGHT, document_name, edition_key, notulen_access, on_paper
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.notulen import render
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.values import Int64


@dataclass(frozen=True, slots=True)
class WhichEdition:
    """Of which agenda; the newest edition, or the one of a number."""

    agenda_id: str
    number: Int64 = 0


@query(permission=SIGNED_IN, refuses=(RecordMissing, NotulenNotFinal), limit=PerActor(per_minute=20, burst=10))
def print_notulen(which: WhichEdition, ctx: ReadContext) -> Pdf:
    """Print a final notulen as PDF/A, for who made it, the organiser's office and who attended."""
    access = notulen_access(which.agenda_id, ctx)
    if not access.sees_final:
        raise RecordMissing("Notulen dibaca mereka yang hadir dan penyelenggara.")
    number = which.number or access.notulen.edition
    if number == 0:
        raise NotulenNotFinal("Tunggu pimpinan rapat menyetujuinya.")
    edition = ctx.get(EDITIONS, edition_key(access.agenda.id, number), right_from=RIGHT)

    filed = ctx.ports.documents.load(document_name(edition))
    return Pdf(f"notulen-{edition.agenda_id}-{number}.pdf", filed or render(on_paper(access.agenda, edition, ctx)))
