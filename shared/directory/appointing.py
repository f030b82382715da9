"""Write an appointment together with what is projected from it: the position's seat, the standing and the card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.directory.directory import path_of, standing_of
from shared.directory.model import (
    APPOINTMENTS,
    BY_PERSON,
    BY_POSITION,
    ORGANISATIONS,
    PERSON_CARDS,
    PERSONS,
    POSITIONS,
    SEATS,
    Organisation,
    Person,
    PersonCard,
    Position,
    Seat,
)
from shared.directory.people import card_of
from shared.directory.standing import STANDINGS
from shared.rules.appointment import Appointment
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.directory.standing import Standing
    from shared.kernel.context import Context, ReadContext

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Post:
    """A position with where it stands and who held, holds and will hold it."""

    position: Position
    path: tuple[str, ...]  # the ids of its organisation and of those above, the topmost last
    seat: Seat


def load_post(position_id: str, ctx: ReadContext) -> Post:
    """Return a position as it is now. Raises RecordMissing for one that does not exist."""
    position = ctx.get(POSITIONS, position_id, right_from=_RIGHT)
    organisation = ctx.get(ORGANISATIONS, position.organisation_id, right_from=_RIGHT)
    seat = ctx.find(SEATS, position_id, right_from=_RIGHT)
    if seat is None:  # nothing was written here since seats are kept: its appointments tell
        held = ctx.every(APPOINTMENTS, BY_POSITION, equal=(position_id,), right_from=_RIGHT)
        seat = Seat(position_id, tuple(it for _, it in held))
    return Post(position, path_of(organisation, lambda key: _organisation(key, ctx)), seat)


def write_appointment(appointment: Appointment, post: Post, ctx: Context, *, seen: int | None = None) -> None:
    """Write an appointment, new or changed, of a post that was loaded in this transaction before any write.

    ``seen`` is the version of the seat that the caller decided on. Raises RecordMissing for nobody and Stale.
    """
    person = ctx.get(PERSONS, appointment.person_id, right_from=_RIGHT)
    ctx.find(APPOINTMENTS, _key(appointment), right_from=_RIGHT)
    ctx.find(STANDINGS, person.id, right_from=_RIGHT)
    ctx.find(PERSON_CARDS, person.id, right_from=_RIGHT)
    theirs = ctx.every(APPOINTMENTS, BY_PERSON, equal=(person.id,), right_from=_RIGHT)
    standing = standing_of(
        person,
        _with(appointment, tuple(it for _, it in theirs)),
        lambda key: ctx.find(POSITIONS, key, right_from=_RIGHT),
        lambda key: _organisation(key, ctx),
    )
    card = _card(person, standing, ctx)

    seat = replace(post.seat, appointments=_with(appointment, post.seat.appointments))
    ctx.put(SEATS, seat, seen=seen)
    ctx.put(APPOINTMENTS, appointment)
    ctx.put(STANDINGS, standing)
    ctx.put(PERSON_CARDS, card)


def _card(person: Person, standing: Standing, ctx: Context) -> PersonCard:
    held = standing.on(wib_date(ctx.now))
    position = ctx.find(POSITIONS, held[0].position_id, right_from=_RIGHT) if held else None
    office = _organisation(held[0].organisation_id, ctx) if held else None
    if position is None or office is None:
        return card_of(person)
    return card_of(person, position.title, office.name, office.short_name)


def _with(appointment: Appointment, others: tuple[Appointment, ...]) -> tuple[Appointment, ...]:
    kept = (it for it in others if _key(it) != _key(appointment))
    return tuple(sorted((*kept, appointment), key=lambda it: (it.starts_on, it.person_id)))


def _key(appointment: Appointment) -> str:
    assert APPOINTMENTS.key is not None  # noqa: S101 -- appointments have deterministic keys
    return APPOINTMENTS.key(appointment)


def _organisation(key: str, ctx: ReadContext) -> Organisation | None:
    return ctx.find(ORGANISATIONS, key, right_from=_RIGHT)
