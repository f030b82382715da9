"""Remind those invited of a meeting that begins within the hour."""

from __future__ import annotations

from datetime import timedelta

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.reminder import BEFORE_START, Reminded, is_due
from functions.eagenda.records import AGENDAS, BY_STATE
from functions.eagenda.reminders import REMINDED
from shared.events.eagenda import AgendaStartsSoon
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_ASKED_AHEAD = BEFORE_START + timedelta(minutes=1)  # a query leaves its upper bound out, the rule does not


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.ONCE)
def remind_participants(ctx: Context) -> None:
    """Tell that meetings begin within the hour: once for each, also after the server was off, never after the start."""
    # A query in a command: which meetings are near is known by their times alone. Each is held by its mark's key.
    near = ctx.every(AGENDAS, BY_STATE, equal=(AgendaState.SCHEDULED.value,), low=ctx.now, high=ctx.now + _ASKED_AHEAD)
    unmarked = [agenda for _, agenda in near if ctx.find(REMINDED, agenda.id, right_from="the schedule") is None]

    due = [agenda for agenda in unmarked if is_due(agenda, ctx.now)]

    for agenda in due:
        ctx.create(REMINDED, Reminded(agenda.id, ctx.now))
        ctx.emit(AgendaStartsSoon(agenda.id, agenda.starts_at), organisation_id=agenda.organiser.organisation_id)
