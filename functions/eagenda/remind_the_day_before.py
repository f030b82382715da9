"""Remind those invited of the meetings of tomorrow."""

from __future__ import annotations

from datetime import timedelta

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.reminder import RemindedDayBefore
from functions.eagenda.records import AGENDAS, BY_STATE
from functions.eagenda.reminders import REMINDED_DAY_BEFORE, day_before_key
from shared.events.eagenda import AgendaTomorrow
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.rules.calendar import day_bounds, wib_date


@scheduled(cron="0 15 * * *", catch_up=CatchUp.ONCE)
def remind_the_day_before(ctx: Context) -> None:
    """Tell of the meetings of tomorrow: once for each day of a meeting, also after the server was off."""
    tomorrow = wib_date(ctx.now) + timedelta(days=1)
    low, high = day_bounds(tomorrow)
    # A query in a command: which meetings are near is known by their times alone. Each is held by its mark's key.
    near = [it for _, it in ctx.every(AGENDAS, BY_STATE, equal=(AgendaState.SCHEDULED.value,), low=low, high=high)]
    marks = [ctx.find(REMINDED_DAY_BEFORE, day_before_key(it.id, tomorrow), right_from="the schedule") for it in near]

    due = [agenda for agenda, mark in zip(near, marks, strict=True) if mark is None]

    for agenda in due:
        ctx.create(REMINDED_DAY_BEFORE, RemindedDayBefore(agenda.id, tomorrow))
        ctx.emit(AgendaTomorrow(agenda.id, agenda.starts_at), organisation_id=agenda.organiser.organisation_id)
