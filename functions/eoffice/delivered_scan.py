"""A signed naskah of another office on a desk, to be registered like any letter that comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter_scan import LetterScan, LetterScanState
from functions.eoffice.domain.reading import Read
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from shared.values import fingerprint

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Naskah
    from shared.kernel.context import Context


def scan_id_of(naskah_id: str, organisation_id: str) -> str:
    """Return the one id under which a naskah lies on the desk of an office."""
    return fingerprint("naskah", naskah_id, organisation_id)[:20]


def delivered_scan(naskah: Naskah, organisation_id: str, size: int, pages: int, ctx: Context) -> LetterScan:
    """Return the signed file on a desk, with all that it says: nothing has to be read of it."""
    says, signing, signed = naskah.says, naskah.signing, naskah.signed
    number = signing.number if signing else ""
    return LetterScan(
        id=scan_id_of(naskah.id, organisation_id),
        organisation_id=organisation_id,
        name=f"{number.replace('/', '-')}.pdf",
        kind=FileKind.PDF,
        size=size,
        sha256=signed.sha256 if signed else "",
        changed_at=ctx.now,
        sent_by=naskah.organisation_name,
        state=LetterScanState.READY,
        pages=pages,
        read=Read(
            sender=naskah.organisation_name,
            number=number[:100],
            dated_on=wib_date(signing.since) if signing else None,
            hal=says.hal,
            lampiran=says.enclosure,
            sifat=says.sifat,
            urgensi=says.urgensi,
            klasifikasi=says.klasifikasi,
        ),
    )
