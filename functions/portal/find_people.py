"""Find people by name, position, office or NIP; every form with people in it uses this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from shared.directory.model import BY_WORD, PERSON_CARDS, WITH_WORD, PersonCard
from shared.directory.words import entries_asked
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Between, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_CARDS_READ = 1000  # two words that half the regency shares do not read the whole directory
_PAGE = 100
_RIGHT = "the permission to read the directory"


@dataclass(frozen=True, slots=True)
class Search:
    """Words in any order; each must begin a word of the person's card. A NIP is typed in full.

    ``most`` is how many are wanted: a list that opens while somebody types shows a few.
    """

    text: Annotated[str, Text(2, 100)]
    most: Annotated[int, Between(1, 100)] = 100


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person as a search result."""

    person_id: str
    name: str
    position_title: str
    organisation_name: str


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """At most as many people as were asked for, in order of name; ``more`` when further ones match."""

    items: tuple[FoundPerson, ...]
    more: bool


@query(permission=Permission.READ_DIRECTORY, body=True)
def find_people(search: Search, ctx: ReadContext) -> FoundPeople:
    """Find people by the words of their name, position or office, or by NIP."""
    words = entries_asked(search.text)
    found: list[FoundPerson] = []
    for seen, card in enumerate(_cards(words, search.most, ctx)):
        fits = all(word in card.words for word in words)
        if seen == _CARDS_READ or (fits and len(found) == search.most):
            return FoundPeople(tuple(found), more=True)
        if fits:
            found.append(FoundPerson(card.person_id, card.name, card.position_title, card.organisation_name))
    return FoundPeople(tuple(found), more=False)


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
