"""What the directory's other records say of one person, written anew: the standing and the search card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.directory.directory import standing_of
from shared.directory.model import (
    APPOINTMENTS,
    BY_PERSON,
    ORGANISATIONS,
    PERSON_CARDS,
    PERSONS,
    POSITIONS,
    Organisation,
    Person,
    PersonCard,
    Position,
)
from shared.directory.people import card_of
from shared.directory.standing import STANDINGS
from shared.rebuild.change import Change
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.directory.standing import Standing
    from shared.kernel.context import Context
    from shared.rules.appointment import Appointment

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Changed:
    """What a transaction is about to write; it counts before what the store holds."""

    person: Person | None = None
    position: Position | None = None
    appointments: tuple[Appointment, ...] = ()
    gone: tuple[Appointment, ...] = ()  # appointments that are taken away


@dataclass(frozen=True, slots=True)
class Projection:
    """What is written beside the directory's own records of a person."""

    standing: Standing
    card: PersonCard


def project(person_id: str, changed: Changed, ctx: Context) -> Projection:
    """Make a person's standing and card; reads all that it needs. Raises RecordMissing for nobody."""
    known = ctx.find(PERSONS, person_id, right_from=_RIGHT)
    person = changed.person or known or ctx.get(PERSONS, person_id, right_from=_RIGHT)
    ctx.find(STANDINGS, person_id, right_from=_RIGHT)
    ctx.find(PERSON_CARDS, person_id, right_from=_RIGHT)
    recorded = dict(ctx.every(APPOINTMENTS, BY_PERSON, equal=(person_id,), right_from=_RIGHT))
    recorded |= {appointment_key(it): it for it in changed.appointments if it.person_id == person_id}
    for it in changed.gone:
        recorded.pop(appointment_key(it), None)

    def position(key: str) -> Position | None:
        if changed.position is not None and changed.position.id == key:
            return changed.position
        return ctx.find(POSITIONS, key, right_from=_RIGHT)

    def organisation(key: str) -> Organisation | None:
        return ctx.find(ORGANISATIONS, key, right_from=_RIGHT)

    standing = standing_of(person, recorded.values(), position, organisation)
    held = standing.on(wib_date(ctx.now))
    post = position(held[0].position_id) if held else None
    office = organisation(held[0].organisation_id) if held else None
    if post is None or office is None:
        return Projection(standing, card_of(person))
    return Projection(standing, card_of(person, post.title, office.name, office.short_name))


def outdated_projections(person_id: str, ctx: Context) -> tuple[Change[Any], ...]:
    """Return a person's standing and card where the store says otherwise than the directory; none for nobody."""
    if ctx.find(PERSONS, person_id, right_from=_RIGHT) is None:
        return ()
    made = project(person_id, Changed(), ctx)
    standing = ctx.find(STANDINGS, person_id, right_from=_RIGHT)
    card = ctx.find(PERSON_CARDS, person_id, right_from=_RIGHT)
    changes: list[Change[Any]] = []
    if made.standing != standing:
        changes.append(Change(STANDINGS, made.standing, standing is None))
    if made.card != card:
        changes.append(Change(PERSON_CARDS, made.card, card is None))
    return tuple(changes)


def write_projection(projection: Projection, ctx: Context) -> None:
    """Write what `project` made earlier in this transaction."""
    ctx.put(STANDINGS, projection.standing)
    ctx.put(PERSON_CARDS, projection.card)


def appointment_key(appointment: Appointment) -> str:
    """Return the key under which an appointment is recorded."""
    assert APPOINTMENTS.key is not None  # noqa: S101 -- appointments have deterministic keys
    return APPOINTMENTS.key(appointment)
