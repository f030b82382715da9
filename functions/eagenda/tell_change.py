"""Tell those invited that an agenda moved, and let their invitations say what it says now."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.answers import answer_task
from functions.eagenda.domain.agenda import Agenda, AgendaState
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.records import AGENDAS, INVITATIONS, OF_AGENDA, participation_key
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda import AgendaEdited
from shared.events.eagenda_telling import ChangeLeft
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind, Urgency
from shared.tasks.ask import find_task
from shared.tasks.task import TASKS, TaskKind, TaskState

_RIGHT = "the event of this agenda"
_TOGETHER = 50  # two writes each: what a transaction of either store bears in a second


@reaction(to=(AgendaEdited, ChangeLeft))
def tell_change(edited: AgendaEdited | ChangeLeft, ctx: Context) -> None:
    """Bring the invitations up to date, and tell everybody once where the agenda moved; some at a time."""
    agenda = ctx.get(AGENDAS, edited.agenda_id, right_from=_RIGHT)
    cursor = edited.cursor if isinstance(edited, ChangeLeft) else None
    page = ctx.list(INVITATIONS, OF_AGENDA, equal=(agenda.id,), cursor=cursor, limit=_TOGETHER, right_from=_RIGHT)
    invitations = [it for _, it in page.items]

    changed = [now for before in invitations if (now := _as_now(before, agenda)) != before]

    asked = [(it, find_task(TaskKind.INVITATION, participation_key(agenda.id, it.person_id), ctx)) for it in changed]

    for invitation, task in asked:
        ctx.put(INVITATIONS, invitation)
        if task is not None and task.state is TaskState.OPEN:
            ctx.put(TASKS, replace(answer_task(agenda, invitation, ctx), asked_at=task.asked_at))
    if edited.is_moved and agenda.state is AgendaState.SCHEDULED:
        people = (it.person_id for it in invitations if not (edited.with_series and it.of_series))
        request_notices(NoticeKind.AGENDA_MOVED, agenda_subject_id(agenda.id), people, ctx, urgency=Urgency.URGENT)
    if page.next_cursor:
        ctx.emit(ChangeLeft(agenda.id, edited.is_moved, page.next_cursor, edited.with_series))


def _as_now(invitation: Invitation, agenda: Agenda) -> Invitation:
    return replace(
        invitation,
        title=agenda.title,
        place=agenda.place,
        starts_at=agenda.starts_at,
        ends_at=agenda.ends_at,
        asked_until=agenda.ends_at if invitation.asked_until else None,
    )
