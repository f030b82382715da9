"""Tell those invited that an agenda moved, and let their invitations say what it says now."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.agenda import Agenda, AgendaState
from functions.eagenda.domain.attendance import Invitation
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaEdited
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind, Urgency

_RIGHT = "the event of this agenda"


@reaction(to=AgendaEdited)
def tell_change(edited: AgendaEdited, ctx: Context) -> None:
    """Bring the invitations up to date, and tell everybody once where the agenda moved."""
    agenda = ctx.get(AGENDAS, edited.agenda_id, right_from=_RIGHT)
    invitations = [it for _, it in ctx.every(INVITATIONS, OF_AGENDA, equal=(agenda.id,), right_from=_RIGHT)]

    changed = [now for before in invitations if (now := _as_now(before, agenda)) != before]

    for invitation in changed:
        ctx.put(INVITATIONS, invitation)
    if edited.is_moved and agenda.state is AgendaState.SCHEDULED:
        people = (it.person_id for it in invitations)
        request_notices(NoticeKind.AGENDA_MOVED, agenda_subject_id(agenda.id), people, ctx, urgency=Urgency.URGENT)


def _as_now(invitation: Invitation, agenda: Agenda) -> Invitation:
    return replace(
        invitation, title=agenda.title, place=agenda.place, starts_at=agenda.starts_at, ends_at=agenda.ends_at
    )
