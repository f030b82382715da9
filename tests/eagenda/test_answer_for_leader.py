"""Answering an invitation for somebody of the leadership."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.answer_for_leader import LeaderAnswer, answer_for_leader
from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import DeputyRefused
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.show_leadership_calendar import show_leadership_calendar
from functions.eagenda.show_public_agenda import show_public_agenda
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from tests.eagenda.answering import invitation
from tests.eagenda.calendars import MONTH
from tests.eagenda.inviting import deliver_all
from tests.eagenda.leading import Leadership
from tests.eagenda.meeting import Meeting
from tests.eagenda.subscriber import change
from tests.portal.notices import told

if TYPE_CHECKING:
    from functions.eagenda.calendar_days import EntryLeader
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def leadership(desk: Desk) -> Leadership:
    return Leadership(desk)


@pytest.fixture
def asisten(desk: Desk) -> Actor:
    return desk.employee("Asih", Permission.ATTEND, organisation="setda")


@pytest.fixture
def meeting(desk: Desk, leadership: Leadership) -> Meeting:
    return Meeting(desk, leadership.bupati)


def send(leadership: Leadership, meeting: Meeting, deputy: Actor, instead_of: Actor | None = None) -> str:
    person = instead_of or leadership.bupati
    given = LeaderAnswer(meeting.id, person.id, AnswerKind.REPRESENTED, deputy_id=deputy.id)
    return str(leadership.desk.call(answer_for_leader, given, by=leadership.protokol).deputy_name)


def standing(leadership: Leadership) -> EntryLeader:
    [entry] = leadership.desk.call(show_leadership_calendar, MONTH, by=leadership.protokol).entries
    [leader] = entry.leaders
    shown: EntryLeader = leader
    return shown


def test_the_protocol_records_who_comes_in_the_leaders_place_and_they_are_invited_and_told(
    leadership: Leadership, meeting: Meeting, asisten: Actor
) -> None:
    assert send(leadership, meeting, asisten) == "Asih"
    deliver_all(leadership.desk)

    deputy = invitation(meeting, asisten.id)
    assert deputy is not None
    assert deputy.represents is not None
    assert deputy.represents.person_id == leadership.bupati.id
    assert NoticeKind.AGENDA_DEPUTY in {notice.kind for notice in told(leadership.desk, asisten)}
    assert (standing(leadership).answer, standing(leadership).deputy_name) == (AnswerKind.REPRESENTED, "Asih")


def test_the_public_is_not_told_of_a_leader_who_sends_somebody_else(
    leadership: Leadership, meeting: Meeting, asisten: Actor
) -> None:
    change(meeting, visibility=Visibility.PUBLIC)
    assert "Bupati (Barra)" in leadership.desk.request(show_public_agenda).get_data(as_text=True)
    send(leadership, meeting, asisten)
    shown = leadership.desk.request(show_public_agenda).get_data(as_text=True)
    assert (meeting.agenda().title in shown, "Asih" in shown) == (False, False)


def test_it_can_be_answered_otherwise(leadership: Leadership, meeting: Meeting, asisten: Actor) -> None:
    send(leadership, meeting, asisten)
    coming = LeaderAnswer(meeting.id, leadership.bupati.id, AnswerKind.COMING)
    leadership.desk.call(answer_for_leader, coming, by=leadership.protokol)
    assert standing(leadership).answer is AnswerKind.COMING
    assert invitation(meeting, asisten.id) is None


def test_for_nobody_else_is_answered(leadership: Leadership, meeting: Meeting, asisten: Actor) -> None:
    with pytest.raises(RecordMissing):
        send(leadership, meeting, asisten, instead_of=meeting.guest)


def test_a_leader_who_is_not_invited_has_nothing_to_answer(
    leadership: Leadership, meeting: Meeting, asisten: Actor
) -> None:
    with pytest.raises(RecordMissing):
        send(leadership, meeting, asisten, instead_of=leadership.sekda)


def test_nobody_is_sent_who_is_invited_anyway(leadership: Leadership, meeting: Meeting) -> None:
    with pytest.raises(DeputyRefused):
        send(leadership, meeting, meeting.guest)


def test_nobody_is_sent_to_a_cancelled_meeting(leadership: Leadership, meeting: Meeting, asisten: Actor) -> None:
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        send(leadership, meeting, asisten)


def test_the_right_to_look_is_not_the_right_to_answer(leadership: Leadership, meeting: Meeting) -> None:
    reader = leadership.desk.employee("Yuni", Permission.READ_LEADERSHIP, organisation="prokopim")
    body = {"agenda_id": meeting.id, "person_id": leadership.bupati.id, "kind": "coming"}
    response = leadership.desk.request(answer_for_leader, json_body=body, token=leadership.desk.token(reader))
    assert response.status_code == 403
