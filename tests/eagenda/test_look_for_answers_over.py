"""Looking for invitations that wait in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.look_for_answers_over import look_for_answers_over
from shared.events.eagenda import AnswersOver

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting


def test_as_long_as_a_meeting_lasts_its_answers_are_waited_for(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(hours=1)
    meeting.desk.run_scheduled(look_for_answers_over)
    assert meeting.desk.announced(AnswersOver) == []
    meeting.desk.clock.pass_(hours=1)
    meeting.desk.run_scheduled(look_for_answers_over)
    assert len(meeting.desk.announced(AnswersOver)) == 1
