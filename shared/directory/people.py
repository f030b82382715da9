"""Find a person by a number of their own, and write one together with the projections that calls read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.directory.model import BY_WORD, PERSON_CARDS, PERSONS, Person, PersonCard
from shared.directory.standing import STANDINGS, Standing
from shared.directory.words import beginnings
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import Context, ReadContext

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Projections:
    """What stands beside a person's record before it is written."""

    standing: Standing | None
    card: PersonCard | None


def new_person_id(number: str) -> str:
    """Return the id of somebody new: the same for the same NIP or e-mail, so that nobody is written twice."""
    return "p-" + fingerprint("person", number)[:10]


def find_by_number(number: str, ctx: ReadContext) -> Person | None:
    """Return the person with this NIP or e-mail."""
    page = ctx.list(PERSON_CARDS, BY_WORD, tokens=(number,), limit=1, right_from=_RIGHT)
    key = next((key for key, _ in page.items), None) or new_person_id(number)
    person = ctx.find(PERSONS, key, right_from=_RIGHT)
    return person if person and number in {person.nip, person.email} else None


def load_projections(person_id: str, ctx: Context) -> Projections:
    """Read what `write_person` writes over: in a transaction all is read before anything is written."""
    ctx.find(PERSONS, person_id, right_from=_RIGHT)
    return Projections(
        ctx.find(STANDINGS, person_id, right_from=_RIGHT), ctx.find(PERSON_CARDS, person_id, right_from=_RIGHT)
    )


def write_person(person: Person, before: Projections, ctx: Context) -> None:
    """Write a person and what is projected from them; whoever holds no post is found by name and number alone."""
    held = before.standing.held if before.standing else ()
    texts = (before.card.position_title, before.card.organisation_name) if before.card else ("", "")

    ctx.put(PERSONS, person)
    ctx.put(STANDINGS, Standing(person.id, person.name, person.nip, held, person.suspended))
    ctx.put(PERSON_CARDS, PersonCard(person.id, person.name, *texts, card_words(person, texts)))


def card_words(person: Person, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words that find a person: of name and texts by their beginnings, NIP and e-mail as a whole."""
    return beginnings((person.name, *texts), [number for number in (person.nip, person.email) if number])
