"""Saying yes to all days of a series at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.accept_series import SeriesAccepted, SeriesToAccept, accept_series
from functions.eagenda.answer_invitation import answer_invitation
from functions.eagenda.domain.agenda import AgendaOver
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.given_answers import InvitationAnswer
from functions.portal.list_tasks import WhichTasks, list_tasks
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting
from tests.eagenda.repeating import FIRST, Repeating

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def accept(repeating: Repeating, agenda_id: str, by: Actor | None = None) -> int:
    answer: SeriesAccepted = repeating.desk.call(accept_series, SeriesToAccept(agenda_id), by=by or repeating.guest)
    return answer.accepted_count


def test_one_yes_answers_all_days_and_leaves_what_was_answered_otherwise(repeating: Repeating) -> None:
    created = repeating.create()
    first, second, *_ = repeating.agendas(created.id)
    no = InvitationAnswer(second.id, AnswerKind.NOT_COMING, "Dinas luar")
    repeating.desk.call(answer_invitation, no, by=repeating.guest)
    assert accept(repeating, first.id) == 3
    answers = [it.answer.kind.value for day in repeating.agendas(created.id) for it in repeating.invitations(day.id)]
    assert answers == ["coming", "not-coming", "coming", "coming"]
    assert repeating.desk.call(list_tasks, WhichTasks(), by=repeating.guest).items == ()
    assert accept(repeating, first.id) == 0


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_days_that_are_over_and_agendas_of_no_series_are_refused(repeating: Repeating) -> None:
    created = repeating.create()
    with pytest.raises(RecordMissing):
        accept(repeating, created.agenda_id, repeating.organiser)
    meeting = Meeting(repeating.desk)
    with pytest.raises(RecordMissing):
        accept(repeating, meeting.id, meeting.guest)
    repeating.desk.clock.set(FIRST.replace(hour=3))
    with pytest.raises(AgendaOver):
        accept(repeating, created.agenda_id)
