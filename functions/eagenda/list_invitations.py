"""List the agendas to which the caller is invited, and of a day also those that they run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from functions.eagenda.domain.agenda import Agenda
from functions.eagenda.listed_invitation import ListedInvitation, as_invited, as_organised
from functions.eagenda.period import Period, bounds
from functions.eagenda.records import (
    AGENDAS,
    ATTENDANCE,
    BY_ORGANISER,
    INVITATIONS,
    OF_AGENDA_OF_PERSON,
    OF_PERSON_LATEST_FIRST,
    OF_PERSON_SOONEST_FIRST,
)
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.rules.calendar import day_bounds
from shared.values import Day, Instant

_OWN = "the caller's own invitations"


@dataclass(frozen=True, slots=True)
class WhichInvitations:
    """A day, or one half of the list; the cursor continues an earlier answer."""

    day: Day | None = None
    period: Period = Period.UPCOMING
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedInvitations:
    """A part of the list, as of a moment."""

    items: tuple[ListedInvitation, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_invitations(which: WhichInvitations, ctx: ReadContext) -> ListedInvitations:
    """List the caller's invitations of a day, with what they run that day; or those that are upcoming or past."""
    low, high = day_bounds(which.day) if which.day else bounds(which.period, ctx.now)
    order = OF_PERSON_SOONEST_FIRST if which.day or which.period is Period.UPCOMING else OF_PERSON_LATEST_FIRST
    page = ctx.list(INVITATIONS, order, equal=(ctx.actor.id,), low=low, high=high, cursor=which.cursor, right_from=_OWN)

    run = _run_by_caller(low, high, ctx) if which.day and which.cursor is None else {}

    items = [as_organised(it) for it in run.values() if it.id not in {found.agenda_id for _, found in page.items}]
    for _, invitation in page.items:
        asked = (invitation.agenda_id, ctx.actor.id)  # a list, since an invitation names no sittings
        first = ctx.list(ATTENDANCE, OF_AGENDA_OF_PERSON, equal=asked, limit=1, right_from=_OWN).items
        came = first[0][1].at if first else None
        items.append(as_invited(invitation, came, organises=invitation.agenda_id in run))
    in_order = sorted(items, key=lambda it: it.starts_at) if run else items
    return ListedInvitations(tuple(in_order), page.next_cursor, ctx.now)


def _run_by_caller(low: datetime | None, high: datetime | None, ctx: ReadContext) -> dict[str, Agenda]:
    page = ctx.list(AGENDAS, BY_ORGANISER, equal=(ctx.actor.id,), low=low, high=high)
    return {agenda.id: agenda for _, agenda in page.items}
