"""Abolish a position: it exists to a last day and no longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from functions.directory.domain.appointing import OutsideYourOffice, PostOfTheRegency
from functions.directory.domain.positions import (
    PositionAbolished,
    PositionHeld,
    TasksWaiting,
    check_abolition,
    require_no_tasks,
    require_until,
)
from functions.directory.managed_post import managed_post
from functions.directory.waiting import titles_with_tasks
from shared.directory.model import POSITIONS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class PositionToAbolish:
    """Which position, its last day, and the version that the caller saw."""

    position_id: str
    last_day: Day
    version: int


@dataclass(frozen=True, slots=True)
class AbolitionRecorded:
    """The last day is recorded."""

    last_day: date


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, OutsideYourOffice, PostOfTheRegency, PositionHeld, PositionAbolished, TasksWaiting, Stale),
)
def abolish_position(which: PositionToAbolish, ctx: Context) -> AbolitionRecorded:
    """Record the last day of a position that nobody holds afterwards."""
    post = managed_post(which.position_id, ctx)
    waiting = titles_with_tasks([post.position], ctx)  # a query in a command: what waits is known by it alone

    require_until(post.last_day, which.last_day)
    check_abolition(which.last_day, wib_date(ctx.now), post.seat.appointments)
    require_no_tasks(waiting)

    ctx.put(POSITIONS, replace(post.position, ends_on=which.last_day), seen=which.version)
    return AbolitionRecorded(which.last_day)
