"""Notify those invited that a meeting begins soon or is cancelled."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.reminder import ReminderKind, remind
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA
from functions.eagenda.reminders import REMINDERS
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaCancelled, AgendaStartsSoon
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind, Urgency

_RIGHT = "the event of this agenda"


@reaction(to=(AgendaCancelled, AgendaStartsSoon))
def notify_participants(event: AgendaCancelled | AgendaStartsSoon, ctx: Context) -> None:
    """Give each person invited a reminder, and mark the invitations of a cancelled meeting."""
    agenda = ctx.get(AGENDAS, event.agenda_id, right_from=_RIGHT)
    invitations = list(ctx.every(INVITATIONS, OF_AGENDA, equal=(agenda.id,), right_from=_RIGHT))

    is_cancelled = isinstance(event, AgendaCancelled)
    is_late = isinstance(event, AgendaStartsSoon) and (
        agenda.state is not AgendaState.SCHEDULED or ctx.now >= agenda.starts_at or agenda.starts_at != event.starts_at
    )
    kind = ReminderKind.CANCELLED if is_cancelled else ReminderKind.STARTS_SOON

    if is_cancelled:
        people = (it.person_id for _, it in invitations)
        request_notices(NoticeKind.AGENDA_CANCELLED, agenda_subject_id(agenda.id), people, ctx, urgency=Urgency.URGENT)
    for _, invitation in () if is_late else invitations:
        ctx.create(REMINDERS, remind(agenda, invitation.person_id, kind, ctx.now))
        if is_cancelled:
            until = ctx.now if invitation.asked_until else None
            ctx.put(INVITATIONS, replace(invitation, state=agenda.state, asked_until=until))
