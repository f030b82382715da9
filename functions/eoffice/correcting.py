"""What a clerk corrects of a letter in the book, and the entry that it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.addressees import addressee_of
from functions.eoffice.domain.handling import corrected
from functions.eoffice.domain.klasifikasi import check_klasifikasi
from functions.eoffice.domain.letter import LetterSays, check_dates
from functions.eoffice.domain.reply_time import due
from functions.eoffice.domain.surat_masuk import Correction, SuratMasuk
from functions.eoffice.klasifikasi import listed_codes
from functions.eoffice.surat_masuk import reply_time
from shared.rules.calendar import wib_date
from shared.tables.holidays import days_off
from shared.values import Text

if TYPE_CHECKING:
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class SuratMasukToCorrect:
    """Which letter, as the caller saw it; what it is to say, to which post it goes, and why."""

    letter_id: str
    version: int
    says: LetterSays
    addressee_id: str
    reason: Annotated[str, Text(3, 200)]


def as_corrected(letter: SuratMasuk, typed: SuratMasukToCorrect, ctx: Context) -> SuratMasuk:
    """Return the entry as it is to be, with what that changes; as it was where nothing does.

    Raises InvalidField, LetterCancelled, and LetterRead where another post is to have what the first has opened.
    """
    check_dates(typed.says, wib_date(letter.registered_at))
    check_klasifikasi(typed.says.klasifikasi, listed_codes(ctx), "/says/klasifikasi")
    stays = typed.addressee_id == letter.addressee.position_id
    addressee = letter.addressee if stays else addressee_of(typed.addressee_id, ctx)
    after = corrected(
        letter, typed.says, addressee, Correction(ctx.now, ctx.actor.id, ctx.actor.name, typed.reason, ())
    )
    if typed.says.urgensi is letter.says.urgensi:
        return after
    until = due(reply_time(typed.says.urgensi, ctx), letter.registered_at, days_off(ctx))
    return replace(after, due=until)
