"""What a clerk types of a letter that came in, and the entry in the book that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.domain.letter import LetterSays
from functions.eoffice.domain.reply_time import due
from functions.eoffice.domain.surat_masuk import Addressee, ScannedFile, SuratMasuk
from functions.eoffice.surat_masuk import reply_time
from shared.tables.holidays import days_off
from shared.values import Text

if TYPE_CHECKING:
    from functions.eoffice.domain.letter_scan import LetterScan
    from shared.kernel.context import Context
    from shared.register import Taken


@dataclass(frozen=True, slots=True)
class SuratMasukToRegister:
    """Which scan it is, what it says, to which post it goes; and why it comes again, where it seems to be there."""

    scan_id: str
    says: LetterSays
    addressee_id: str
    duplicate_reason: Annotated[str, Text(0, 200)] = ""


def entered(
    typed: SuratMasukToRegister, scan: LetterScan, addressee: Addressee, taken: Taken, ctx: Context
) -> SuratMasuk:
    """Return the entry of a letter in the book of the caller's office, under the number that it took."""
    return SuratMasuk(
        id=ctx.new_id(),
        organisation_id=ctx.actor.organisation_id,
        organisation_name=ctx.actor.organisation_name,
        year=taken.year,
        serial=taken.serial,
        says=typed.says,
        file=ScannedFile(scan.id, scan.name, scan.kind, scan.size, scan.sha256, scan.pages),
        addressee=addressee,
        registered_at=ctx.now,
        registered_by=ctx.actor.id,
        registered_by_name=ctx.actor.name,
        due=due(reply_time(typed.says.urgensi, ctx), ctx.now, days_off(ctx)),
        duplicate_reason=typed.duplicate_reason,
    )
