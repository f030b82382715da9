"""Tell those invited that they are."""

from __future__ import annotations

from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaScheduled
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind

_RIGHT = "the event of this agenda"


@reaction(to=AgendaScheduled)
def announce_agenda(scheduled: AgendaScheduled, ctx: Context) -> None:
    """Have each person told that they are invited; whoever calls the meeting knows it."""
    agenda = ctx.get(AGENDAS, scheduled.agenda_id, right_from=_RIGHT)
    invitations = list(ctx.every(INVITATIONS, OF_AGENDA, equal=(agenda.id,), right_from=_RIGHT))

    people = (it.person_id for _, it in invitations if it.person_id != agenda.organiser.person_id)
    request_notices(NoticeKind.AGENDA_INVITED, agenda_subject_id(agenda.id), people, ctx)
