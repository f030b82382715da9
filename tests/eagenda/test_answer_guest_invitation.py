"""Answering an invitation by its personal link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.invited_guest import GuestLinkEnded
from functions.eagenda.invited_guests import INVITED_GUESTS
from tests.eagenda.guests_by_mail import answer, invite, only, token

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting


@pytest.mark.usefixtures("away")
def test_a_guest_answers_and_may_answer_otherwise(meeting: Meeting) -> None:
    invite(meeting)
    link = token(meeting)
    assert answer(meeting, link, AnswerKind.COMING) is AnswerKind.COMING
    assert only(meeting).answer is AnswerKind.COMING
    body = meeting.desk.records.get(INVITED_GUESTS.stored, only(meeting).id)
    answer(meeting, link, AnswerKind.COMING)
    assert meeting.desk.records.get(INVITED_GUESTS.stored, only(meeting).id) == body
    answer(meeting, link, AnswerKind.NOT_COMING, "Sakit")
    assert (only(meeting).answer, only(meeting).answer_reason) == (AnswerKind.NOT_COMING, "Sakit")


@pytest.mark.usefixtures("away")
def test_what_is_over_or_cancelled_is_not_answered(meeting: Meeting) -> None:
    invite(meeting)
    link = token(meeting)
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AgendaOver):
        answer(meeting, link, AnswerKind.COMING)
    meeting.desk.clock.set(meeting.opens_at)
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        answer(meeting, link, AnswerKind.COMING)
    with pytest.raises(GuestLinkEnded):
        answer(meeting, "x", AnswerKind.COMING)
