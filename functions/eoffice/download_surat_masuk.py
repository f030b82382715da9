"""Hand out the link to the file of a letter that came in."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.letter_scan import DOWNLOAD_WITHIN
from functions.eoffice.letter_scans import document_name
from functions.eoffice.surat_masuk import WhichSuratMasuk, letter_to_read
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.ports.documents import Download
from shared.refusals import RecordMissing
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class LetterFileLink:
    """Where the file can be downloaded until ``expires_at``; the link is as good as the file."""

    url: str
    expires_at: Instant


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def download_surat_masuk(which: WhichSuratMasuk, ctx: ReadContext) -> LetterFileLink:
    """Hand out the link to a letter's file, to those who may read the letter."""
    file = letter_to_read(which.letter_id, ctx).file
    until = ctx.now + DOWNLOAD_WITHIN
    download = Download(document_name(file.id), file.name, file.kind.media_type)
    return LetterFileLink(ctx.ports.documents.download_link(download, ctx.now, until), until)
