"""No longer asking those who have not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.look_for_answers_over import look_for_answers_over
from tests.eagenda.answering import tasks
from tests.eagenda.inviting import Offices, deliver_all, invite

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def test_a_meeting_that_is_over_waits_for_no_answer(desk: Desk, meeting: Meeting) -> None:
    crowd = Offices(desk).crowd(60)
    invite(meeting, *crowd)
    deliver_all(desk)
    desk.clock.pass_(hours=3)
    desk.run_scheduled(look_for_answers_over)
    deliver_all(desk)
    assert [tasks(desk, desk.signed_in(it)) for it in (meeting.guest.id, crowd[0], crowd[59])] == [[], [], []]


def test_a_cancelled_meeting_waits_for_no_answer(desk: Desk, meeting: Meeting) -> None:
    meeting.cancel()
    deliver_all(desk)
    desk.clock.pass_(minutes=15)
    desk.run_scheduled(look_for_answers_over)
    deliver_all(desk)
    assert tasks(desk, meeting.guest) == []
