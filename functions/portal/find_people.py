"""Find people by name, position, office or NIP; every form with people in it uses this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from shared.directory.found_people import cards_with
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Between, Text


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
    cards, more = cards_with(search.text, search.most, ctx)
    found = (FoundPerson(it.person_id, it.name, it.position_title, it.organisation_name) for it in cards)
    return FoundPeople(tuple(found), more)
