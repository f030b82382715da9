"""End an appointment: the person holds the position to a last day and no longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from functions.directory.domain.appointing import AppointmentOver, OutsideYourOffice, PostOfTheRegency, end_on
from functions.directory.managed_post import managed_post
from shared.accounts.administrators import ADMINISTRATION, LastAdministrator, require_administrator_left
from shared.directory.appointing import write_appointment
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class AppointmentToEnd:
    """Which appointment, its last day, and the version of the seat as the caller saw it."""

    position_id: str
    person_id: str
    starts_on: Day
    last_day: Day
    version: int


@dataclass(frozen=True, slots=True)
class AppointmentEnded:
    """The last day is recorded."""

    last_day: date


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, OutsideYourOffice, PostOfTheRegency, AppointmentOver, LastAdministrator, Stale),
)
def end_appointment(ending: AppointmentToEnd, ctx: Context) -> AppointmentEnded:
    """Record the last day on which a person holds a position."""
    post = managed_post(ending.position_id, ctx)

    ended = end_on(post.seat.appointments, ending.person_id, ending.starts_on, ending.last_day, wib_date(ctx.now))
    left = require_administrator_left(
        ctx, lambda it: replace(it, ends_on=ending.last_day) == ended, ending.last_day + timedelta(days=1)
    )

    write_appointment(ended, post, ctx, seen=ending.version)
    if left:
        ctx.put(ADMINISTRATION, left)
    return AppointmentEnded(ending.last_day)
