"""Write an appointment together with what is projected from it: the position's seat, the standing and the card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from shared.directory.directory import path_of
from shared.directory.model import (
    APPOINTMENTS,
    BY_POSITION,
    ORGANISATIONS,
    POSITIONS,
    SEATS,
    Organisation,
    Position,
    Seat,
)
from shared.directory.projecting import Changed, appointment_key, project, write_projection
from shared.rebuild.change import Change
from shared.rules.appointment import Appointment
from shared.rules.calendar import parse_rfc3339, wib_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import Context, ReadContext

_RIGHT = "the right to manage the directory"


@dataclass(frozen=True, slots=True)
class Post:
    """A position with where it stands and who held, holds and will hold it."""

    position: Position
    organisation: Organisation
    path: tuple[str, ...]  # the ids of its organisation and of those above, the topmost last
    seat: Seat

    @property
    def last_day(self) -> date | None:
        """The last day on which it exists: its own, or that of its organisation."""
        days = [day for day in (self.position.ends_on, self.organisation.ends_on) if day is not None]
        return min(days, default=None)


def load_post(position_id: str, ctx: ReadContext) -> Post:
    """Return a position as it is now. Raises RecordMissing for one that does not exist."""
    position = ctx.get(POSITIONS, position_id, right_from=_RIGHT)
    organisation = ctx.get(ORGANISATIONS, position.organisation_id, right_from=_RIGHT)
    path = path_of(organisation, lambda key: ctx.find(ORGANISATIONS, key, right_from=_RIGHT))
    return Post(position, organisation, path, load_seat(position, ctx))


def load_seat(position: Position, ctx: ReadContext) -> Seat:
    """Return who held, holds and will hold a position."""
    seat = ctx.find(SEATS, position.id, right_from=_RIGHT)
    if seat is not None:
        return seat
    # Nothing was written here since seats are kept: its appointments tell.
    held = ctx.every(APPOINTMENTS, BY_POSITION, equal=(position.id,), right_from=_RIGHT)
    return seat_of(position, (it for _, it in held), wib_date(ctx.now))


def seat_of(position: Position, appointments: Iterable[Appointment], today: date) -> Seat:
    """Return the seat that these appointments make."""
    in_order = tuple(sorted(appointments, key=lambda it: (it.starts_on, it.person_id)))
    return Seat(position.id, in_order, position.organisation_id, _first_free_day(in_order, today))


def outdated_seat(position: Position, ctx: Context) -> tuple[Change[Any], ...]:
    """Return a position's seat where the store says otherwise than its appointments, or has none.

    The day from which a seat is free is counted from the day on which that was written; so it stays as it is however
    often it is counted.
    """
    held = tuple(it for _, it in ctx.every(APPOINTMENTS, BY_POSITION, equal=(position.id,), right_from=_RIGHT))
    seat, body = ctx.find(SEATS, position.id, right_from=_RIGHT), ctx.body(SEATS, position.id)
    day = wib_date(parse_rfc3339(body["updated_at"]) if body else ctx.now)
    if seat is not None and seat.free_since is not None:
        day = min(day, seat.free_since)
    made = seat_of(position, held, day)
    return () if made == seat else (Change(SEATS, made, seat is None),)


def write_appointments(
    appointments: tuple[Appointment, ...], post: Post, ctx: Context, *, seen: int | None = None
) -> None:
    """Write appointments, new or changed, of a post that was loaded in this transaction before any write.

    ``seen`` is the version of the seat that the caller decided on. Raises RecordMissing for nobody and Stale.
    """
    people = dict.fromkeys(it.person_id for it in appointments)
    for appointment in appointments:
        ctx.find(APPOINTMENTS, appointment_key(appointment), right_from=_RIGHT)
    changed = Changed(appointments=appointments)
    projections = [project(person_id, changed, ctx) for person_id in people]
    recorded = {appointment_key(it): it for it in (*post.seat.appointments, *appointments)}
    seat = seat_of(post.position, recorded.values(), wib_date(ctx.now))

    ctx.put(SEATS, seat, seen=seen)
    for appointment in appointments:
        ctx.put(APPOINTMENTS, appointment)
    for projection in projections:
        write_projection(projection, ctx)


def write_appointment(appointment: Appointment, post: Post, ctx: Context, *, seen: int | None = None) -> None:
    """Write one appointment as `write_appointments` does."""
    write_appointments((appointment,), post, ctx, seen=seen)


def write_posts(
    posts: Iterable[tuple[Post, tuple[Appointment, ...]]],
    written: Iterable[Appointment],
    gone: Iterable[Appointment],
    ctx: Context,
) -> None:
    """Write many posts at once, each with all its appointments as they are to be.

    ``written`` and ``gone`` are those that are new, changed or taken away. The posts were loaded in this transaction
    before any write.
    """
    changed = Changed(appointments=tuple(written), gone=tuple(gone))
    touched = (*changed.appointments, *changed.gone)
    for appointment in touched:
        ctx.find(APPOINTMENTS, appointment_key(appointment), right_from=_RIGHT)
    projections = [project(person_id, changed, ctx) for person_id in dict.fromkeys(it.person_id for it in touched)]

    for post, appointments in posts:
        ctx.put(SEATS, seat_of(post.position, appointments, wib_date(ctx.now)))
    for appointment in changed.appointments:
        ctx.put(APPOINTMENTS, appointment)
    for appointment in changed.gone:
        ctx.delete(APPOINTMENTS, appointment_key(appointment))
    for projection in projections:
        write_projection(projection, ctx)


def _first_free_day(in_order: tuple[Appointment, ...], today: date) -> date | None:
    day = today
    for appointment in in_order:
        if appointment.starts_on > day:
            break
        if appointment.ends_on is None:
            return None
        day = max(day, appointment.ends_on + timedelta(days=1))
    return day
