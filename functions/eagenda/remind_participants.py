"""Remind those invited of a meeting that begins within the hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.reminder import BEFORE_START, is_due
from functions.eagenda.records import AGENDAS, TO_REMIND
from shared.events.eagenda import AgendaStartsSoon
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_ASKED_AHEAD = BEFORE_START + timedelta(minutes=1)  # a query leaves its upper bound out, the rule does not


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.ONCE)
def remind_participants(ctx: Context) -> None:
    """Tell that meetings begin within the hour: once for each, also after the server was off, never after the start."""
    # A query in a command: which meetings are near is known by their times alone. Each is marked in this transaction.
    near = ctx.list(
        AGENDAS,
        TO_REMIND,
        equal=(AgendaState.SCHEDULED.value, False),
        low=ctx.now,
        high=ctx.now + _ASKED_AHEAD,
        limit=100,
    )

    due = [agenda for _, agenda in near.items if is_due(agenda, ctx.now)]

    for agenda in due:
        ctx.put(AGENDAS, replace(agenda, reminded=True))
        ctx.emit(AgendaStartsSoon(agenda.id, agenda.starts_at), organisation_id=agenda.organiser.organisation_id)
