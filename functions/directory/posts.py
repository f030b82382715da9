"""Posts as pages show them, with those who hold them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.directory.managed import RIGHT
from shared.directory.appointing import load_seat
from shared.directory.model import BY_ORGANISATION, OF_ORGANISATION, PERSONS, POSITIONS, SEATS, Position, Seat
from shared.rules.appointment import AppointmentKind
from shared.rules.rank_class import rank_order

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


@dataclass(frozen=True, slots=True)
class PostHolder:
    """Who holds a post on the day, and how."""

    person_id: str
    name: str
    kind: AppointmentKind
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PositionHolder:
    """One appointment, and whether it lasts on the day."""

    person_id: str
    name: str
    kind: AppointmentKind
    starts_on: date
    ends_on: date | None
    holds: bool


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post with its holders of the day; vacant when there are none, not even acting."""

    id: str
    title: str
    rank_class: str
    ends_on: date | None
    holders: tuple[PostHolder, ...]


def posts_on(day: date, organisation_id: str, ctx: ReadContext) -> tuple[ShownPost, ...]:
    """Return the posts that an organisation has on a day, the highest first."""
    positions = [it for _, it in ctx.every(POSITIONS, BY_ORGANISATION, equal=(organisation_id,), right_from=RIGHT)]
    # A seat that was never written, as in earlier data, is made of its appointments.
    seats = dict(ctx.every(SEATS, OF_ORGANISATION, equal=(organisation_id,), right_from=RIGHT))
    existing = [it for it in positions if it.ends_on is None or it.ends_on >= day]
    existing.sort(key=lambda it: (rank_order(it.rank_class), it.title))
    return tuple(_shown(it, seats.get(it.id) or load_seat(it, ctx), day, ctx) for it in existing)


def holders_of(seat: Seat, day: date, ctx: ReadContext) -> tuple[PositionHolder, ...]:
    """Return all who held, hold and will hold a post, the latest first."""
    return tuple(
        PositionHolder(it.person_id, name_of(it.person_id, ctx), it.kind, it.starts_on, it.ends_on, it.holds_on(day))
        for it in reversed(seat.appointments)
    )


def name_of(person_id: str, ctx: ReadContext) -> str:
    """Return the name that a person has now."""
    person = ctx.find(PERSONS, person_id, right_from=RIGHT)
    return person.name if person else "petugas lain"


def _shown(position: Position, seat: Seat, day: date, ctx: ReadContext) -> ShownPost:
    holding = (it for it in seat.appointments if it.holds_on(day))
    return ShownPost(
        position.id,
        position.title,
        position.rank_class,
        position.ends_on,
        tuple(
            PostHolder(it.person_id, name_of(it.person_id, ctx), it.kind, it.starts_on, it.ends_on) for it in holding
        ),
    )
