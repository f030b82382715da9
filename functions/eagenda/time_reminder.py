"""See that those invited to a meeting are reminded on time."""

from __future__ import annotations

from functions.eagenda.domain.reminder import BEFORE_START
from shared.events.eagenda import AgendaEdited, AgendaScheduled
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext


@effect(on=(AgendaScheduled, AgendaEdited), delivery=Delivery.AT_LEAST_ONCE)
def time_reminder(event: AgendaScheduled | AgendaEdited, ctx: ReadContext) -> None:
    """Have the reminders looked for an hour before the meeting; the schedule finds what this misses."""
    due = event.starts_at - BEFORE_START
    if due > ctx.now:
        ctx.ports.timers.set(f"eagenda_remind_participants@{event.agenda_id}", due)
