"""Note that whoever a letter is for has opened it: the desk sees it, and the entry is no longer taken back."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.handling import read_by
from functions.eoffice.domain.surat_masuk import LetterCancelled, NotAddressee
from functions.eoffice.letter_words import find_letter_words, keep_letter_words
from functions.eoffice.surat_masuk import SURAT_MASUK, chief_of_letter, letter_to_read, require_addressee
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.in_name_of import signed


@dataclass(frozen=True, slots=True)
class LetterOpened:
    """Which letter."""

    letter_id: str


@dataclass(frozen=True, slots=True)
class LetterNoted:
    """It is noted; ``already`` when it was before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotAddressee, LetterCancelled))
def read_surat_masuk(opened: LetterOpened, ctx: Context) -> LetterNoted:
    """Note that the addressee has opened a letter."""
    letter = letter_to_read(opened.letter_id, ctx)
    require_addressee(letter, ctx)
    words = find_letter_words(letter, ctx)
    name = signed(ctx.actor.name, chief_of_letter(letter, ctx))

    read = read_by(letter, name, ctx.now)

    if read != letter:
        ctx.put(SURAT_MASUK, read)
        keep_letter_words(read, words, ctx)
    return LetterNoted(already=read == letter)
