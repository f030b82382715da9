"""Print a certificate."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.sertifikat import SertifikatGone
from functions.eagenda.records import AGENDAS, participation_key
from functions.eagenda.sertifikat import RIGHT, SERTIFIKAT, SERTIFIKAT_ISSUES, kop_for, on_paper
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.sertifikat import render
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhoseSertifikat:
    """Of which agenda; the caller's own, or for those who run the agenda that of a person."""

    agenda_id: str
    person_id: str = ""


@query(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotOrganiser, SertifikatGone),
    limit=PerActor(per_minute=20, burst=10),
)
def print_sertifikat(whose: WhoseSertifikat, ctx: ReadContext) -> Pdf:
    """Print a certificate as PDF/A; it is made when it is asked for, always of the facts that were issued."""
    person_id = whose.person_id or ctx.actor.id
    own = ctx.find(SERTIFIKAT, participation_key(whose.agenda_id, person_id), right_from="the caller's own")
    if person_id != ctx.actor.id:
        organised_agenda(whose.agenda_id, ctx)
        own = own if Permission.ORGANISE_AGENDA in ctx.actor.permissions else None
    if own is None:
        raise RecordMissing("Belum ada sertifikat untuk kegiatan ini.")
    if own.withdrawn_at is not None:
        raise SertifikatGone(f"Alasan: {own.reason}")
    agenda = ctx.get(AGENDAS, own.agenda_id, right_from="the certificate")
    issue = ctx.get(SERTIFIKAT_ISSUES, own.agenda_id, right_from=RIGHT)

    pdf = render(on_paper(agenda, issue, own, kop_for(agenda, ctx), ctx))
    return Pdf(f"sertifikat-{own.number.replace('/', '-')}.pdf", pdf)
