"""Tell those invited that their meeting is tomorrow."""

from __future__ import annotations

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.answer import STAYS_AWAY
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaTomorrow
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind

_RIGHT = "the event of this agenda"


@reaction(to=AgendaTomorrow)
def tell_of_tomorrow(event: AgendaTomorrow, ctx: Context) -> None:
    """Remind everybody invited who has not said that they stay away; a meeting that moved meanwhile is not told of."""
    agenda = ctx.get(AGENDAS, event.agenda_id, right_from=_RIGHT)
    invitations = [it for _, it in ctx.every(INVITATIONS, OF_AGENDA, equal=(agenda.id,), right_from=_RIGHT)]

    stands = agenda.state is AgendaState.SCHEDULED and agenda.starts_at == event.starts_at > ctx.now
    people = [it.person_id for it in invitations if it.answer.kind not in STAYS_AWAY]

    if stands:
        request_notices(NoticeKind.AGENDA_TOMORROW, agenda_subject_id(agenda.id), people, ctx)
