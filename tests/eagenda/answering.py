"""Answers to a meeting's invitations, as tests give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.answer_invitation import answer_invitation
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.given_answers import InvitationAnswer, InvitationAnswered
from functions.eagenda.records import INVITATIONS, participation_key
from functions.portal.list_tasks import WhichTasks, list_tasks

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

COMING, NOT_COMING, REPRESENTED = AnswerKind.COMING, AnswerKind.NOT_COMING, AnswerKind.REPRESENTED


def answer(meeting: Meeting, by: Actor, kind: AnswerKind, reason: str = "", deputy: str = "") -> InvitationAnswered:
    """Answer one's invitation."""
    given = InvitationAnswer(meeting.id, kind, reason, deputy)
    answered: InvitationAnswered = meeting.desk.call(answer_invitation, given, by=by)
    return answered


def invitation(meeting: Meeting, person_id: str) -> Invitation | None:
    """Return somebody's invitation."""
    return meeting.desk.found(INVITATIONS, participation_key(meeting.id, person_id))


def tasks(desk: Desk, by: Actor) -> list[str]:
    """Return what waits for somebody, in words."""
    return [it.detail for it in desk.call(list_tasks, WhichTasks(), by=by).items]
