"""Show a position and everybody who held, holds and will hold it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.directory.appointing import load_post
from shared.directory.model import SEATS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class PositionOnDay:
    """Which position, as of which day; today when none is given."""

    position_id: str
    day: Day | None = None


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
class ShownPosition:
    """A position with its holders, the latest first; vacant when nobody holds it on the day, not even acting."""

    id: str
    title: str
    rank_class: str
    organisation_id: str
    holders: tuple[PositionHolder, ...]
    vacant: bool
    version: int  # of the seat, for whoever ends an appointment


@query(permission=Permission.READ_DIRECTORY, refuses=(RecordMissing,))
def show_position(asked: PositionOnDay, ctx: ReadContext) -> ShownPosition:
    """Show a position with its history and who holds it on a day."""
    post = load_post(asked.position_id, ctx)
    day = asked.day or wib_date(ctx.now)

    holders = tuple(
        PositionHolder(
            it.person_id,
            ctx.directory.person_name(it.person_id),
            it.kind,
            it.starts_on,
            it.ends_on,
            it.holds_on(day),
        )
        for it in reversed(post.seat.appointments)
    )
    return ShownPosition(
        post.position.id,
        post.position.title,
        post.position.rank_class,
        post.position.organisation_id,
        holders,
        vacant=not any(it.holds for it in holders),
        version=ctx.version(SEATS, post.position.id),
    )
