"""Reminding those who have not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.answering import AskedLately
from functions.eagenda.remind_unanswered import UnansweredReminded, WhoseUnanswered, remind_unanswered
from shared.refusals import RecordMissing
from shared.rules.notice import NoticeKind
from tests.desk import MORNING
from tests.eagenda.answering import COMING, answer
from tests.eagenda.inviting import Offices, deliver_all, invite
from tests.eagenda.meeting import Meeting
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def remind(meeting: Meeting, by: Actor | None = None) -> int:
    answered: UnansweredReminded = meeting.desk.call(
        remind_unanswered, WhoseUnanswered(meeting.id), by=by or meeting.organiser
    )
    return answered.reminded_count


def test_only_who_has_not_answered_is_reminded(desk: Desk, meeting: Meeting) -> None:
    Offices(desk)
    invite(meeting, "p-budi")
    answer(meeting, meeting.guest, COMING)
    assert remind(meeting) == 1
    deliver_all(desk)
    assert NoticeKind.AGENDA_ANSWER_ASKED in {it.kind for it in told(desk, desk.signed_in("p-budi"))}
    assert NoticeKind.AGENDA_ANSWER_ASKED not in {it.kind for it in told(desk, meeting.guest)}


def test_they_are_reminded_once_a_day(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=MORNING.replace(day=27))
    remind(meeting)
    desk.clock.pass_(hours=23)
    with pytest.raises(AskedLately):
        remind(meeting)
    desk.clock.pass_(hours=1)
    assert remind(meeting) == 1


def test_where_all_have_answered_nobody_is_reminded(meeting: Meeting) -> None:
    answer(meeting, meeting.guest, COMING)
    assert (remind(meeting), remind(meeting)) == (0, 0)


def test_nobody_is_reminded_of_what_is_over_or_cancelled(desk: Desk, meeting: Meeting) -> None:
    other = Meeting(desk)
    other.cancel()
    with pytest.raises(AgendaIsCancelled):
        remind(other)
    desk.clock.pass_(hours=3)
    with pytest.raises(AgendaOver):
        remind(meeting)


def test_only_who_runs_the_meeting_reminds(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        remind(meeting, superior)
    with pytest.raises(RecordMissing):
        remind(meeting, stranger)
