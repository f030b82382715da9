"""Find a person by a number of their own, and write one together with the projections that calls read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.directory.model import PERSON_CARDS, PERSONS, Person, PersonCard
from shared.directory.standing import STANDINGS, Standing
from shared.directory.words import beginnings
from shared.rules.calendar import wib_date
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.kernel.collections import ListQuery
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Projections:
    """What stands beside a person's record before it is written."""

    standing: Standing | None
    card: PersonCard | None
    office: str = ""  # the short name by which the office of the present post is found


def new_person_id(number: str) -> str:
    """Return the id of somebody new: the same for the same NIP or e-mail, so that nobody is written twice."""
    return "p-" + fingerprint("person", number)[:10]


def find_by_number(query: ListQuery, number: str, ctx: ReadContext) -> Person | None:
    """Return the person whom `BY_NIP` or `BY_EMAIL` finds."""
    found = ctx.list(PERSONS, query, equal=(number,), limit=1, right_from=_RIGHT)
    return next((person for _, person in found.items), None)


def load_projections(person_id: str, ctx: Context) -> Projections:
    """Read what `write_person` writes over: in a transaction all is read before anything is written."""
    ctx.find(PERSONS, person_id, right_from=_RIGHT)
    standing = ctx.find(STANDINGS, person_id, right_from=_RIGHT) or ctx.directory.standing(person_id)
    card = ctx.find(PERSON_CARDS, person_id, right_from=_RIGHT)
    held = standing.on(wib_date(ctx.now)) if standing else ()
    office = ctx.directory.organisation(held[0].organisation_id) if held else None
    return Projections(standing, card, office.short_name if office else "")


def card_of(person: Person, title: str = "", office: str = "", short_name: str = "") -> PersonCard:
    """Return a person as the search box shows and finds them; whoever holds no post, by name and number alone."""
    words = beginnings((person.name, title, office, short_name), [person.nip] if person.nip else [])
    return PersonCard(person.id, person.name, title, office, words)


def write_person(person: Person, before: Projections, ctx: Context) -> None:
    """Write a person and what is projected from them."""
    held = before.standing.held if before.standing else ()
    texts = (before.card.position_title, before.card.organisation_name) if before.card else ("", "")

    ctx.put(PERSONS, person)
    ctx.put(STANDINGS, Standing(person.id, person.name, person.nip, held, person.suspended, person.second_step))
    ctx.put(PERSON_CARDS, card_of(person, *texts, before.office))
