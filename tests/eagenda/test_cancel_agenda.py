"""Cancelling an agenda."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.cancel_agenda import Cancellation, cancel_agenda
from functions.eagenda.domain.agenda import AgendaOver, AgendaState, NotOrganiser
from shared.events.eagenda import AgendaCancelled
from shared.kernel.problems import Stale
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting

INSTANT = timedelta(microseconds=1)


def test_a_cancelled_agenda_keeps_its_reason_and_those_invited_will_be_told(meeting: Meeting) -> None:
    answer = meeting.cancel("Narasumber sakit")

    assert not answer.already
    agenda = meeting.agenda()
    assert (agenda.state, agenda.cancel_reason) == (AgendaState.CANCELLED, "Narasumber sakit")
    assert meeting.desk.announced(AgendaCancelled) == [AgendaCancelled(meeting.id)]


def test_cancelling_twice_answers_already_and_keeps_the_first_reason(meeting: Meeting) -> None:
    seen = meeting.version()
    meeting.cancel("Narasumber sakit", version=seen)

    again = meeting.cancel("Hujan", version=seen)

    assert again.already
    assert meeting.agenda().cancel_reason == "Narasumber sakit"
    assert len(meeting.desk.announced(AgendaCancelled)) == 1


def test_a_colleague_of_the_same_office_may_cancel(meeting: Meeting, colleague: Actor) -> None:
    meeting.cancel(by=colleague)
    assert meeting.agenda().state is AgendaState.CANCELLED


def test_who_saw_another_version_is_told_who_changed_it_and_when(meeting: Meeting, colleague: Actor) -> None:
    changed_at = meeting.desk.clock.now()
    meeting.desk.clock.pass_(minutes=5)

    with pytest.raises(Stale) as refusal:
        meeting.cancel(by=colleague, version=meeting.version() + 1)
    assert refusal.value.facts == {"changed_by": "Dewi", "changed_at": changed_at}
    assert meeting.agenda().state is AgendaState.SCHEDULED
    assert meeting.desk.announced(AgendaCancelled) == []


def test_a_meeting_may_be_cancelled_until_an_instant_before_its_end(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AgendaOver):
        meeting.cancel()

    meeting.desk.clock.set(meeting.ends_at - INSTANT)
    assert not meeting.cancel().already


def test_a_closed_attendance_list_is_not_cancelled_away(meeting: Meeting) -> None:
    meeting.close()
    with pytest.raises(AgendaOver):
        meeting.cancel()


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201])
def test_a_reason_is_needed(meeting: Meeting, reason: str) -> None:
    response = meeting.desk.request(
        cancel_agenda,
        json_body={"agenda_id": meeting.id, "version": 1, "reason": reason},
        token=meeting.desk.token(meeting.organiser),
    )
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/reason")


def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(cancel_agenda, Cancellation("tidak-ada", 1, "Hujan"), by=meeting.organiser)


def test_to_another_office_the_agenda_is_missing_and_stays(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        meeting.cancel(by=stranger)
    assert meeting.agenda().state is AgendaState.SCHEDULED


def test_the_office_above_sees_it_and_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        meeting.cancel(by=superior)
    assert meeting.agenda().state is AgendaState.SCHEDULED
