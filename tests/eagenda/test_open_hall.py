"""Opening the hall's screen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.open_hall import HallOfAgenda, HallOpened, open_hall
from shared.actor import ActorKind
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting

INSTANT = timedelta(microseconds=1)


def opened(meeting: Meeting, by: Actor | None = None) -> HallOpened:
    answer: HallOpened = meeting.desk.call(open_hall, HallOfAgenda(meeting.id), by=by or meeting.organiser)
    return answer


def test_the_organiser_gets_a_token_for_the_screen_until_an_hour_after_the_closing(meeting: Meeting) -> None:
    answer = opened(meeting)

    assert answer.expires_at == meeting.ends_at + timedelta(hours=1)
    screen = meeting.desk.identity.actor(answer.display_token, meeting.desk.clock.now())
    assert (screen.kind, screen.id) == (ActorKind.DEVICE, meeting.id)
    assert screen.permissions == frozenset()


def test_the_token_is_not_kept_in_the_journal(meeting: Meeting) -> None:
    token = opened(meeting).display_token
    assert all(token not in row.answer for row in meeting.desk.journal())


def test_a_colleague_of_the_same_office_may_open_the_hall(meeting: Meeting, colleague: Actor) -> None:
    assert opened(meeting, by=colleague).display_token


def test_the_hall_of_a_cancelled_meeting_stays_shut(meeting: Meeting) -> None:
    meeting.cancel("Hujan lebat")
    with pytest.raises(AgendaIsCancelled, match="Hujan lebat"):
        opened(meeting)


def test_the_hall_opens_until_an_instant_before_an_hour_after_the_closing(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.ends_at + timedelta(hours=1))
    with pytest.raises(AgendaOver):
        opened(meeting)

    meeting.desk.clock.set(meeting.ends_at + timedelta(hours=1) - INSTANT)
    assert opened(meeting).display_token


def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(open_hall, HallOfAgenda("tidak-ada"), by=meeting.organiser)


def test_to_another_office_the_hall_does_not_exist(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        opened(meeting, by=stranger)


def test_the_office_above_sees_the_agenda_and_does_not_open_its_hall(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        opened(meeting, by=superior)
