"""Remind those who have not answered their invitation."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.answers import ANSWERS_ASKED
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import AnswersAsked, AskedLately, require_not_asked_lately
from functions.eagenda.domain.invitees import require_open
from functions.eagenda.records import INVITATIONS, OF_AGENDA_BY_ANSWER
from functions.eagenda.subjects import agenda_subject_id
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class WhoseUnanswered:
    """The agenda."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class UnansweredReminded:
    """How many are reminded."""

    reminded_count: int


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, AskedLately),
)
def remind_unanswered(which: WhoseUnanswered, ctx: Context) -> UnansweredReminded:
    """Remind those who have not answered; once a day at most."""
    agenda = organised_agenda(which.agenda_id, ctx)
    require_open(agenda, ctx.now)
    require_not_asked_lately(ctx.find(ANSWERS_ASKED, agenda.id, right_from=_RIGHT), ctx.now)
    # A query in a command: who has not answered is known by no key; that it is one day old harms nobody.
    waiting = [
        ctx.every(INVITATIONS, OF_AGENDA_BY_ANSWER, equal=(agenda.id, it, AnswerKind.UNANSWERED), right_from=_RIGHT)
        for it in (False, True)
    ]
    people = [it.person_id for each in waiting for _, it in each if it.asked_until is not None]

    if people:
        ctx.put(ANSWERS_ASKED, AnswersAsked(agenda.id, ctx.now))
        request_notices(NoticeKind.AGENDA_ANSWER_ASKED, agenda_subject_id(agenda.id), people, ctx)
    return UnansweredReminded(len(people))
