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
)
from functions.directory.managed_post import managed_post
from shared.directory.appointing import write_appointment
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from shared.values import Day


@dataclass(frozen=True, slots=True)
class ToAppoint:
    """Who holds which position how; without a last day, for as long as it lasts."""

    position_id: str
    person_id: str
    kind: AppointmentKind
    starts_on: Day
    ends_on: Day | None = None


@dataclass(frozen=True, slots=True)
class Appointed:
    """The appointment is recorded."""

    position_id: str
    person_id: str


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, OutsideYourOffice, PostOfTheRegency, PostHeld, PostActedFor, NobodyAway, AlreadyAppointed),
)
def appoint(to_appoint: ToAppoint, ctx: Context) -> Appointed:
    """Appoint a person to a position, definitively or acting; rights follow the position by themselves."""
    post = managed_post(to_appoint.position_id, ctx)

    asked = to_appoint
    appointment = appoint_to(
        post.seat.appointments,
        Appointment(asked.position_id, asked.person_id, asked.kind, asked.starts_on, asked.ends_on),
    )

    write_appointment(appointment, post, ctx)
    return Appointed(asked.position_id, asked.person_id)
