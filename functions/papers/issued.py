"""What whoever holds an issued letter is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.papers import Fact, Paper, PaperKind
from shared.rules.calendar import long_date, wib_date
from shared.values import NIP_MASK

if TYPE_CHECKING:
    from functions.papers.domain.surat_keterangan import Issue, SuratKeterangan


def issued_paper(letter: SuratKeterangan, issue: Issue, *, demo: bool) -> Paper:
    """Return the row of the paper. It tells no name but the signer's: an employee is known by a masked number."""
    nip, made_on = letter.employee.nip, long_date(wib_date(issue.issued_at))
    return Paper(
        code=issue.code,
        kind=PaperKind.SURAT_KETERANGAN,
        title="Perubahan data pegawai",
        organisation_name=letter.organisation_name,
        signer_name=letter.signer.name,
        signer_position=letter.signer.title,
        issued_at=issue.issued_at,
        version=1,
        content_sha256=issue.content_sha256,
        document=issue.document,
        facts=(
            Fact("Nomor", letter.number),
            Fact("Tanggal", long_date(letter.day(issue.issued_at))),
            *((Fact("Nomor sisipan", f"Dibuat {made_on} dengan tanggal mundur"),) if letter.dated_on else ()),
            *((Fact("NIP pegawai", NIP_MASK.mask(nip)),) if nip else ()),
            Fact("Tanda tangan", "Dibubuhkan dengan tangan pada naskah asli, bukan tanda tangan elektronik"),
        ),
        demo=demo,
    )
