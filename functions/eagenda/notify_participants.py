"""Notify those invited that a meeting begins soon or is cancelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.reminder import ReminderKind, remind
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA
from functions.eagenda.reminders import REMINDERS, reminder_key
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaCancelled, AgendaStartsSoon
from shared.events.eagenda_telling import ParticipantsLeft
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind, Urgency

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda

_RIGHT = "the event of this agenda"
_TOGETHER = 50  # two writes each: what a transaction of either store bears in a second


@reaction(to=(AgendaCancelled, AgendaStartsSoon, ParticipantsLeft))
def notify_participants(event: AgendaCancelled | AgendaStartsSoon | ParticipantsLeft, ctx: Context) -> None:
    """Give each person invited a reminder, and mark the invitations of a cancelled meeting; some at a time."""
    agenda = ctx.get(AGENDAS, event.agenda_id, right_from=_RIGHT)
    starts_at = None if isinstance(event, AgendaCancelled) else event.starts_at
    if starts_at and _is_late(agenda, starts_at, ctx.now):
        return
    cursor = event.cursor if isinstance(event, ParticipantsLeft) else None
    page = ctx.list(INVITATIONS, OF_AGENDA, equal=(agenda.id,), cursor=cursor, limit=_TOGETHER, right_from=_RIGHT)
    invitations = [it for _, it in page.items]
    # Of a series that is cancelled whoever is invited to all of it is told once, by the series.
    with_series = not isinstance(event, AgendaStartsSoon) and event.with_series
    told = [it for it in invitations if not (with_series and it.of_series)]
    kind = ReminderKind.STARTS_SOON if starts_at else ReminderKind.CANCELLED
    reminders = [remind(agenda, it.person_id, kind, ctx.now) for it in told]
    # Who was invited while the others were told has been told already.
    new = [it for it in reminders if ctx.find(REMINDERS, reminder_key(it), right_from=_RIGHT) is None]

    for reminder in new:
        ctx.create(REMINDERS, reminder)
    if not starts_at:
        for it in invitations:
            ctx.put(INVITATIONS, replace(it, state=agenda.state, asked_until=ctx.now if it.asked_until else None))
        people = (it.person_id for it in told)
        request_notices(NoticeKind.AGENDA_CANCELLED, agenda_subject_id(agenda.id), people, ctx, urgency=Urgency.URGENT)
    if page.next_cursor:
        ctx.emit(ParticipantsLeft(agenda.id, starts_at, page.next_cursor, with_series))


def _is_late(agenda: Agenda, starts_at: datetime, now: datetime) -> bool:
    """Whether what was to be told is no longer so: it has begun, is cancelled, or begins at another time."""
    return agenda.state is not AgendaState.SCHEDULED or now >= agenda.starts_at or agenda.starts_at != starts_at
