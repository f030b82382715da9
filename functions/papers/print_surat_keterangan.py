"""Print a surat keterangan: a draft until it is issued, then the archived copy."""

from __future__ import annotations

from functions.papers.records import SURAT_KETERANGAN, WhichSuratKeterangan
from functions.papers.surat_keterangan import on_paper
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.surat_keterangan import render
from shared.permissions import Permission
from shared.refusals import RecordMissing


@query(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing,), limit=PerActor(per_minute=20, burst=10))
def print_surat_keterangan(which: WhichSuratKeterangan, ctx: ReadContext) -> Pdf:
    """Print a letter of the caller's office or of one below it as PDF/A."""
    letter = ctx.get(SURAT_KETERANGAN, which.letter_id)
    filed = ctx.ports.documents.load(letter.issue.document) if letter.issue else None
    name = f"surat-keterangan-{letter.number.replace('/', '-')}.pdf"
    return Pdf(name, filed or render(on_paper(letter, letter.issue, ctx)))
