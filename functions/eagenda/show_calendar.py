"""Show the caller's own calendar for a range of days."""

from __future__ import annotations

from functions.eagenda.calendar_days import (
    MOST_READ,
    ShownCalendar,
    as_entry,
    as_invited,
    began_within,
    read_up_to_most,
    shown,
)
from functions.eagenda.domain.day_range import DayRange
from functions.eagenda.records import AGENDAS, BY_ORGANISER, INVITATIONS, OF_PERSON_SOONEST_FIRST
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN

_OWN = "the caller's own invitations"


@query(permission=SIGNED_IN)
def show_calendar(days: DayRange, ctx: ReadContext) -> ShownCalendar:
    """Show what the caller is invited to and what they organise, for at most 42 days."""
    low, high = began_within(days)
    own = (ctx.actor.id,)
    invited = read_up_to_most(
        ctx.every(INVITATIONS, OF_PERSON_SOONEST_FIRST, equal=own, low=low, high=high, right_from=_OWN)
    )
    organised = read_up_to_most(ctx.every(AGENDAS, BY_ORGANISER, equal=own, low=low, high=high))

    entries = {it.agenda_id: as_invited(it) for it in invited}
    for agenda in organised:
        entries[agenda.id] = as_entry(agenda, ctx.actor.id, is_invited=agenda.id in entries)
    is_cut = MOST_READ in {len(invited), len(organised)}
    return shown(days, entries.values(), ctx, is_cut=is_cut)
