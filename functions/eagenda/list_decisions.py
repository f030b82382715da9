"""List what the meetings of an office decided, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from functions.eagenda.decisions import DECISIONS, OF_AGENDA, OF_OFFICE_IN_STATE, OPEN_OF_OFFICE
from functions.eagenda.domain.decision import DecisionState
from functions.eagenda.shown_decision import FollowedDecision, shown_decision
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.calendar import wib_date
from shared.values import Instant


class WhichOf(StrEnum):
    """Which decisions: those that wait, those of them whose day has passed, and those that are over."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class WhichDecisions:
    """All of one agenda, or those of the caller's office of one sort; the cursor continues an earlier answer."""

    agenda_id: str = ""
    sort: WhichOf = WhichOf.OPEN
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedDecisions:
    """A part of the list by due date, and how many of the office's are overdue (at most 1000)."""

    items: tuple[FollowedDecision, ...]
    overdue_count: int
    next_cursor: str | None
    as_of: Instant


@query(permission=Permission.ORGANISE_AGENDA)
def list_decisions(which: WhichDecisions, ctx: ReadContext) -> ListedDecisions:
    """List the decisions of an agenda, or of all agendas that the caller's office ran."""
    office, today = ctx.actor.organisation_id, wib_date(ctx.now).isoformat()
    if which.agenda_id:
        page = ctx.list(DECISIONS, OF_AGENDA, equal=(which.agenda_id,), cursor=which.cursor)
    elif which.sort in {WhichOf.OPEN, WhichOf.OVERDUE}:
        high = today if which.sort is WhichOf.OVERDUE else None
        page = ctx.list(DECISIONS, OPEN_OF_OFFICE, equal=(office, True), high=high, cursor=which.cursor)
    else:
        state = DecisionState(which.sort.value).value
        page = ctx.list(DECISIONS, OF_OFFICE_IN_STATE, equal=(office, state), cursor=which.cursor)
    overdue = ctx.count(DECISIONS, OPEN_OF_OFFICE, equal=(office, True), high=today)

    items = tuple(shown_decision(it, ctx.now) for _, it in page.items)
    return ListedDecisions(items, overdue, page.next_cursor, ctx.now)
