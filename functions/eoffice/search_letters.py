"""Search the letters that came in: by number, hal, sender, or what stands in the letter itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.domain.letter import Urgensi
from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.domain.word_places import WordPlaces
from functions.eoffice.listed_surat_masuk import ListedSuratMasuk
from functions.eoffice.searching import Narrowed, find_letters
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.refusals import InvalidField
from shared.rules.search_words import asked_words
from shared.values import Between, Instant, Text

_WORDS = 8  # more tell nothing more of one letter


@dataclass(frozen=True, slots=True)
class LetterSearch:
    """Words in any order, each whole or begun; the cursor continues an answer."""

    text: Annotated[str, Text(2, 100)]
    state: LetterState | None = None
    urgensi: Urgensi | None = None
    year: Annotated[int, Between(2000, 2100)] | None = None
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class FoundLetter:
    """A letter and the words in it that were meant; ``is_near`` where one of them was typed with a slip."""

    letter: ListedSuratMasuk
    matched: WordPlaces
    is_near: bool


@dataclass(frozen=True, slots=True)
class FoundLetters:
    """A part of what was found, the newest first; with a cursor, older letters have not been looked at yet."""

    items: tuple[FoundLetter, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN, limit=PerActor(per_minute=240, burst=60), body=True)
def search_letters(search: LetterSearch, ctx: ReadContext) -> FoundLetters:
    """Search the letters that came in which the caller may read; one that is secret is never found."""
    typed = asked_words(search.text)[:_WORDS]
    if not typed:
        raise InvalidField("/text", "Ketik sedikitnya dua huruf atau angka yang berurutan.")

    found = find_letters(typed, Narrowed(search.state, search.urgensi, search.year), search.cursor, ctx)

    items = (FoundLetter(it.listed, how.places, how.slips > 0) for it, how in found.letters)
    return FoundLetters(tuple(items), found.next_cursor, ctx.now)
