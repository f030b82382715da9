"""Show a surat keterangan before it takes a number."""

from __future__ import annotations

from dataclasses import replace

from functions.papers.surat_keterangan import DRAFT_REFUSALS, TypedSuratKeterangan, draft, on_paper
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.surat_keterangan import render
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.rules.numbering import write_number


@query(
    permission=Permission.MANAGE_OFFICE,
    refuses=DRAFT_REFUSALS,
    limit=PerActor(per_minute=20, burst=10),
    body=True,
)
def preview_surat_keterangan(typed: TypedSuratKeterangan, ctx: ReadContext) -> Pdf:
    """Show what is typed as a draft on paper, with a space where its number will be."""
    drafted = draft(typed, "", ctx)
    numbering = drafted.numbering
    number = write_number(numbering.pattern, numbering.classification, None, drafted.unit_code, wib_date(ctx.now))
    return Pdf("konsep-surat-keterangan.pdf", render(on_paper(replace(drafted.letter, number=number), None, ctx)))
