"""Show a surat keterangan and what became of it."""

from __future__ import annotations

from functions.papers.records import SURAT_KETERANGAN, WhichSuratKeterangan
from functions.papers.shown_surat_keterangan import ShownSuratKeterangan, shown_letter
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import find_entry


@query(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing,))
def show_surat_keterangan(which: WhichSuratKeterangan, ctx: ReadContext) -> ShownSuratKeterangan:
    """Show a letter of the caller's office or of one below it."""
    letter = ctx.get(SURAT_KETERANGAN, which.letter_id)
    entry = find_entry(letter.entry, ctx)
    return shown_letter(letter, entry, ctx)
