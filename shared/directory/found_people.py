"""People by the words of their name, position or office, or by NIP, for every list that is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import BY_WORD, PERSON_CARDS, WITH_WORD, PersonCard
from shared.directory.words import entries_asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.kernel.context import ReadContext

_CARDS_READ = 1000  # two words that half the regency shares do not read the whole directory
_PAGE = 100
_RIGHT = "the permission to read the directory"


def cards_with(text: str, most: int, ctx: ReadContext) -> tuple[list[PersonCard], bool]:
    """Return at most so many cards that have all words of a text, in order of name, and whether there are more."""
    words = entries_asked(text)
    found: list[PersonCard] = []
    for seen, card in enumerate(_cards(words, most, ctx)):
        fits = all(word in card.words for word in words)
        if seen == _CARDS_READ or (fits and len(found) == most):
            return found, True
        if fits:
            found.append(card)
    return found, False


def _cards(words: set[str], most: int, ctx: ReadContext) -> Iterator[PersonCard]:
    """Yield the cards of the word that the fewest people share; a page is read when it is reached."""
    if not words:
        return
    shared_by = {
        word: ctx.count(PERSON_CARDS, WITH_WORD, tokens=(word,), up_to=_CARDS_READ, right_from=_RIGHT)
        for word in (words if len(words) > 1 else ())
    }
    rarest = min(words, key=lambda word: (shared_by.get(word, 0), -len(word)))
    limit = most + 1 if len(words) == 1 else _PAGE
    cursor: str | None = None
    while True:
        page = ctx.list(PERSON_CARDS, BY_WORD, tokens=(rarest,), cursor=cursor, limit=limit, right_from=_RIGHT)
        yield from (card for _, card in page.items)
        cursor = page.next_cursor
        if cursor is None:
            return
