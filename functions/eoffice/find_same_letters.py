"""Find out whether a letter is in the book already, while its number is typed."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.same_letters import SenderAndNumber, same_letters
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class SameLetter:
    """A letter that is there already; of one that the caller may not read, its agenda number alone."""

    letter_id: str
    nomor_agenda: str
    hal: str
    registered_at: Instant | None


@dataclass(frozen=True, slots=True)
class FoundSameLetters:
    """The oldest first."""

    items: tuple[SameLetter, ...]


@query(permission=Permission.REGISTER_LETTERS, limit=PerActor(per_minute=240, burst=60), body=True)
def find_same_letters(asked: SenderAndNumber, ctx: ReadContext) -> FoundSameLetters:
    """Find the letters of a sender with a number in the book of the caller's office."""
    items = []
    for it in same_letters(ctx.actor.organisation_id, asked, ctx).letters:
        letter = ctx.find(SURAT_MASUK, it.letter_id)
        items.append(
            SameLetter(letter.id, it.nomor_agenda, letter.says.hal, letter.registered_at)
            if letter
            else SameLetter("", it.nomor_agenda, "", None)
        )
    return FoundSameLetters(tuple(items))
