"""Show the calendar of the caller's office for a range of days."""

from __future__ import annotations

from functions.eagenda.calendar_days import MOST_READ, ShownCalendar, as_entry, began_within, read_up_to_most, shown
from functions.eagenda.domain.day_range import DayRange
from functions.eagenda.records import AGENDAS, SOONEST_FIRST
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission


@query(permission=Permission.ORGANISE_AGENDA)
def show_office_calendar(days: DayRange, ctx: ReadContext) -> ShownCalendar:
    """Show what the caller's organisation and those below it organise, for at most 42 days."""
    low, high = began_within(days)
    agendas = read_up_to_most(ctx.every(AGENDAS, SOONEST_FIRST, low=low, high=high))

    entries = (as_entry(agenda, ctx.actor.id) for agenda in agendas)
    return shown(days, entries, ctx, is_cut=len(agendas) == MOST_READ)
