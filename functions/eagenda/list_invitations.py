"""List the agendas to which the caller is invited."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.period import Period, bounds
from functions.eagenda.records import (
    ATTENDANCE,
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
class ListedInvitation:
    """One row of the list, with when the caller came, first of all where there are sittings."""

    agenda_id: str
    title: str
    place: str
    starts_at: Instant
    ends_at: Instant
    state: AgendaState
    attended_at: Instant | None
    in_series: bool = False


@dataclass(frozen=True, slots=True)
class ListedInvitations:
    """A part of the list, as of a moment."""

    items: tuple[ListedInvitation, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_invitations(which: WhichInvitations, ctx: ReadContext) -> ListedInvitations:
    """List the caller's invitations of a day, or upcoming or past."""
    low, high = day_bounds(which.day) if which.day else bounds(which.period, ctx.now)
    order = OF_PERSON_SOONEST_FIRST if which.day or which.period is Period.UPCOMING else OF_PERSON_LATEST_FIRST
    page = ctx.list(INVITATIONS, order, equal=(ctx.actor.id,), low=low, high=high, cursor=which.cursor, right_from=_OWN)

    items = []
    for _, invitation in page.items:
        asked = (invitation.agenda_id, ctx.actor.id)  # a list, since an invitation names no sittings
        first = ctx.list(ATTENDANCE, OF_AGENDA_OF_PERSON, equal=asked, limit=1, right_from=_OWN).items
        items.append(
            ListedInvitation(
                invitation.agenda_id,
                invitation.title,
                invitation.place,
                invitation.starts_at,
                invitation.ends_at,
                invitation.state,
                first[0][1].at if first else None,
                invitation.of_series,
            )
        )
    return ListedInvitations(tuple(items), page.next_cursor, ctx.now)
