"""Appoint a person to a position, from a day on."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.domain.appointing import (
    AlreadyAppointed,
    NobodyAway,
    OutsideYourOffice,
    PostActedFor,
    PostHeld,
    PostOfTheRegency,
    appoint_to,
    hand_over,
    is_same,
)
from functions.directory.domain.positions import PositionAbolished, last_day_of, require_until
from functions.directory.managed_post import managed_post
from shared.directory.appointing import write_appointments
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from shared.values import Day


@dataclass(frozen=True, slots=True)
class ToAppoint:
    """Who holds which position how; without a last day, for as long as it lasts.

    ``hand_over``: whoever holds the position, or acts in it, does so to the day before.
    """

    position_id: str
    person_id: str
    kind: AppointmentKind
    starts_on: Day
    ends_on: Day | None = None
    hand_over: bool = False


@dataclass(frozen=True, slots=True)
class Appointed:
    """The appointment is recorded."""

    position_id: str
    person_id: str


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(
        RecordMissing,
        OutsideYourOffice,
        PostOfTheRegency,
        PositionAbolished,
        PostHeld,
        PostActedFor,
        NobodyAway,
        AlreadyAppointed,
    ),
)
def appoint(to_appoint: ToAppoint, ctx: Context) -> Appointed:
    """Appoint a person to a position, definitively or acting; rights follow the position by themselves."""
    post = managed_post(to_appoint.position_id, ctx)

    asked, recorded = to_appoint, post.seat.appointments
    require_until(post.last_day, asked.starts_on)
    ended = hand_over(recorded, asked.starts_on, asked.kind) if asked.hand_over else ()
    kept = tuple(it for it in recorded if not any(is_same(it, other) for other in ended))
    last_day = last_day_of(asked.ends_on, post.last_day)
    appointment = Appointment(asked.position_id, asked.person_id, asked.kind, asked.starts_on, last_day)
    appoint_to((*kept, *ended), appointment)

    write_appointments((*ended, appointment), post, ctx)
    return Appointed(asked.position_id, asked.person_id)
