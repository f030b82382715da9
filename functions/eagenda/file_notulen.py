"""File a final notulen as a document."""

from __future__ import annotations

from functions.eagenda.notulen import EDITIONS, document_name, edition_key, on_paper
from functions.eagenda.records import AGENDAS
from shared.events.eagenda_follow_up import NotulenApproved
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext
from shared.letters.notulen import render

_RIGHT = "the event of this agenda"


@effect(on=NotulenApproved, delivery=Delivery.AT_LEAST_ONCE)
def file_notulen(approved: NotulenApproved, ctx: ReadContext) -> None:
    """Print the notulen and keep it; printing it again gives the same bytes, so twice is once."""
    agenda = ctx.get(AGENDAS, approved.agenda_id, right_from=_RIGHT)
    edition = ctx.get(EDITIONS, edition_key(agenda.id, approved.edition), right_from=_RIGHT)
    ctx.ports.documents.save(document_name(edition), render(on_paper(agenda, edition, ctx)))
