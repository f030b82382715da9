"""Find people by name, position, office or NIP; every form with people in it uses this."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Annotated

from shared.directory.model import BY_WORD, PERSON_CARDS
from shared.directory.words import entries_asked
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Text

_MOST = 100
_CARDS_READ = 500  # a word that half the regency shares does not read the whole directory
_RIGHT = "the permission to read the directory"


@dataclass(frozen=True, slots=True)
class Search:
    """Words in any order; each must begin a word of the person's card. A NIP is typed in full."""

    text: Annotated[str, Text(2, 100)]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person as a search result."""

    person_id: str
    name: str
    position_title: str
    organisation_name: str


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """At most a hundred people in order of name; ``more`` when further ones match."""

    items: tuple[FoundPerson, ...]
    more: bool


@query(permission=Permission.READ_DIRECTORY, body=True)
def find_people(search: Search, ctx: ReadContext) -> FoundPeople:
    """Find people by the words of their name, position or office, or by NIP."""
    words = entries_asked(search.text)
    rarest = max(words, key=len, default="")  # the longest word is the best guess for the fewest cards
    matching = ctx.every(PERSON_CARDS, BY_WORD, tokens=(rarest,), right_from=_RIGHT) if rarest else iter(())
    cards = [card for _, card in islice(matching, _CARDS_READ)]

    found = tuple(
        FoundPerson(card.person_id, card.name, card.position_title, card.organisation_name)
        for card in cards
        if words <= set(card.words)
    )
    return FoundPeople(found[:_MOST], more=len(found) > _MOST or len(cards) == _CARDS_READ)
