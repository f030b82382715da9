"""Dissolve an organisation: it exists to a last day and no longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from functions.directory.domain.managing import OrganisationOutside
from functions.directory.domain.organisations import (
    OrganisationDissolved,
    OrganisationInUse,
    check_dissolution,
    require_standing,
)
from functions.directory.domain.positions import TasksWaiting, is_held_after, require_no_tasks
from functions.directory.managed import RIGHT, managed_office
from functions.directory.waiting import titles_with_tasks
from shared.directory.appointing import load_seat
from shared.directory.model import BY_ORGANISATION, BY_PARENT, ORGANISATIONS, POSITIONS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class OrganisationToDissolve:
    """Which organisation, its last day, and the version that the caller saw."""

    organisation_id: str
    last_day: Day
    version: int


@dataclass(frozen=True, slots=True)
class DissolutionRecorded:
    """The last day is recorded; the posts of the organisation end with it."""

    last_day: date


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(RecordMissing, OrganisationOutside, OrganisationDissolved, OrganisationInUse, TasksWaiting, Stale),
)
def dissolve_organisation(which: OrganisationToDissolve, ctx: Context) -> DissolutionRecorded:
    """Dissolve an organisation that no units stand below and whose posts nobody holds after its last day."""
    organisation = managed_office(which.organisation_id, ctx).organisation
    # Queries in a command: what hangs on it is known by them alone. Each post's seat is got, and so guarded.
    units = [it for _, it in ctx.every(ORGANISATIONS, BY_PARENT, equal=(organisation.id,), right_from=RIGHT)]
    positions = [it for _, it in ctx.every(POSITIONS, BY_ORGANISATION, equal=(organisation.id,), right_from=RIGHT)]
    seats = [(it, load_seat(it, ctx)) for it in positions]
    waiting = titles_with_tasks(positions, ctx)

    require_standing(organisation.ends_on)
    check_dissolution(
        which.last_day,
        wib_date(ctx.now),
        [it.name for it in units if it.ends_on is None or it.ends_on > which.last_day],
        [it.title for it, seat in seats if is_held_after(which.last_day, seat.appointments)],
    )
    require_no_tasks(waiting)

    ctx.put(ORGANISATIONS, replace(organisation, ends_on=which.last_day), seen=which.version)
    return DissolutionRecorded(which.last_day)
