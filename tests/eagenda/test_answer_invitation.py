"""Answering an invitation."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import DeputyPresent, DeputyRefused
from functions.eagenda.domain.attendance import NotInvited
from functions.eagenda.list_attendance import WhichAttendance, list_attendance
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from functions.eagenda.shown_agenda import OwnAnswer
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.rules.notice import NoticeKind
from tests.eagenda.answering import COMING, NOT_COMING, REPRESENTED, answer, invitation, tasks
from tests.eagenda.inviting import deliver_all, invite
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


@pytest.fixture
def citra(desk: Desk) -> Actor:
    return desk.employee("Citra", Permission.ATTEND, organisation="bapenda")


@pytest.fixture
def bagus(desk: Desk) -> Actor:
    return desk.employee("Bagus", Permission.ATTEND, organisation="bapenda")


def own_answer(meeting: Meeting, by: Actor) -> OwnAnswer:
    shown: OwnAnswer = meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=by).own_answer
    return shown


def test_an_invitation_asks_for_an_answer_until_it_is_given(desk: Desk, meeting: Meeting) -> None:
    assert tasks(desk, meeting.guest) == ["Undangan: hadir atau tidak"]
    answer(meeting, meeting.guest, COMING)
    assert tasks(desk, meeting.guest) == []
    assert own_answer(meeting, meeting.guest).kind is COMING


def test_whoever_calls_the_meeting_is_not_asked(desk: Desk, meeting: Meeting) -> None:
    invite(meeting, meeting.organiser.id)
    assert tasks(desk, meeting.organiser) == []


def test_who_does_not_come_says_why(meeting: Meeting) -> None:
    with pytest.raises(InvalidField):
        answer(meeting, meeting.guest, NOT_COMING)
    answer(meeting, meeting.guest, NOT_COMING, "Dinas luar ke Surabaya")
    assert own_answer(meeting, meeting.guest) == OwnAnswer(NOT_COMING, "Dinas luar ke Surabaya", "", "")


def test_an_answer_can_be_changed_until_the_meeting_is_over(desk: Desk, meeting: Meeting) -> None:
    answer(meeting, meeting.guest, NOT_COMING, "Sakit")
    answer(meeting, meeting.guest, COMING)
    assert own_answer(meeting, meeting.guest).kind is COMING
    desk.clock.pass_(hours=3)
    with pytest.raises(AgendaOver):
        answer(meeting, meeting.guest, NOT_COMING, "Sakit")


def test_a_deputy_is_invited_asked_and_told_in_whose_place(desk: Desk, meeting: Meeting, citra: Actor) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    deliver_all(desk)

    assert tasks(desk, citra) == ["Undangan, mewakili Jabatan Aditya"]
    assert [it.kind for it in told(desk, citra)] == [NoticeKind.AGENDA_DEPUTY]
    assert own_answer(meeting, citra).represents == "mewakili Jabatan Aditya"
    assert meeting.agenda().invited_count == 1


def test_a_deputys_attendance_says_in_whose_place(meeting: Meeting, citra: Actor) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    meeting.scan(citra)
    [row] = meeting.desk.call(list_attendance, WhichAttendance(meeting.id), by=meeting.organiser).items
    assert row.position_title == "Jabatan Citra, mewakili Jabatan Aditya"


def test_a_deputy_who_declines_is_let_go_and_the_other_is_asked_anew(
    desk: Desk, meeting: Meeting, citra: Actor
) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    assert not answer(meeting, citra, NOT_COMING, "Ada sidang").still_invited
    deliver_all(desk)

    assert invitation(meeting, citra.id) is None
    assert own_answer(meeting, meeting.guest).kind is AnswerKind.UNANSWERED
    assert tasks(desk, meeting.guest) == ["Undangan: hadir atau tidak"]
    assert NoticeKind.AGENDA_DEPUTY_DECLINED in {it.kind for it in told(desk, meeting.guest)}


def test_there_is_one_deputy_and_the_earlier_one_is_let_go(
    desk: Desk, meeting: Meeting, citra: Actor, bagus: Actor
) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    deliver_all(desk)
    desk.clock.pass_(minutes=1)
    answer(meeting, meeting.guest, REPRESENTED, deputy=bagus.id)
    deliver_all(desk)

    assert (invitation(meeting, citra.id), tasks(desk, citra)) == (None, [])
    assert told(desk, citra)[0].kind is NoticeKind.AGENDA_WITHDRAWN
    with pytest.raises(NotInvited):
        meeting.scan(citra)


def test_coming_oneself_after_all_lets_the_deputy_go(meeting: Meeting, citra: Actor) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    answer(meeting, meeting.guest, COMING)
    assert invitation(meeting, citra.id) is None


def test_choosing_the_same_deputy_again_changes_nothing(meeting: Meeting, citra: Actor) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    before = invitation(meeting, citra.id)
    assert answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id).deputy_name == "Citra"
    assert invitation(meeting, citra.id) == before


def test_a_deputy_sends_no_deputy(meeting: Meeting, citra: Actor, bagus: Actor) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    with pytest.raises(DeputyRefused):
        answer(meeting, citra, REPRESENTED, deputy=bagus.id)


def test_nobody_is_their_own_deputy_nor_who_is_invited_anyway(meeting: Meeting, citra: Actor) -> None:
    invite(meeting, citra.id)
    for deputy in (meeting.guest.id, citra.id):
        with pytest.raises(DeputyRefused):
            answer(meeting, meeting.guest, REPRESENTED, deputy=deputy)


@pytest.mark.parametrize("deputy", ["", "p-siapa"])
def test_being_represented_names_somebody(meeting: Meeting, deputy: str) -> None:
    with pytest.raises(InvalidField):
        answer(meeting, meeting.guest, REPRESENTED, deputy=deputy)


def test_unanswered_is_no_answer(meeting: Meeting) -> None:
    with pytest.raises(InvalidField):
        answer(meeting, meeting.guest, AnswerKind.UNANSWERED)


def test_a_deputy_in_the_hall_is_not_let_go(meeting: Meeting, citra: Actor) -> None:
    answer(meeting, meeting.guest, REPRESENTED, deputy=citra.id)
    meeting.scan(citra)
    with pytest.raises(DeputyPresent):
        answer(meeting, meeting.guest, COMING)


def test_a_cancelled_meeting_takes_no_answer(meeting: Meeting) -> None:
    meeting.cancel()
    with pytest.raises(AgendaIsCancelled):
        answer(meeting, meeting.guest, COMING)


def test_who_is_not_invited_has_nothing_to_answer(meeting: Meeting, citra: Actor) -> None:
    with pytest.raises(RecordMissing):
        answer(meeting, citra, COMING)


def test_two_who_choose_one_deputy_at_once_do_not_both_get_them(desk: Desk, meeting: Meeting, citra: Actor) -> None:
    other = desk.employee("Bagus", Permission.ATTEND, organisation="bapenda")
    invite(meeting, other.id)
    refused = []

    def choose(by: Actor) -> None:
        try:
            answer(meeting, by, REPRESENTED, deputy=citra.id)
        except DeputyRefused:
            refused.append(by.id)

    both = [threading.Thread(target=choose, args=(by,)) for by in (meeting.guest, other)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert len(refused) == 1
