"""Telling those invited that their meeting is tomorrow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.remind_the_day_before import remind_the_day_before
from shared.rules.notice import NoticeKind
from tests.desk import MORNING
from tests.eagenda.answering import COMING, NOT_COMING, answer
from tests.eagenda.inviting import deliver_all
from tests.eagenda.meeting import Meeting
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def tomorrow(desk: Desk) -> Meeting:
    return Meeting(desk, starts_at=MORNING + timedelta(days=1))


def is_reminded(meeting: Meeting) -> bool:
    deliver_all(meeting.desk)
    return NoticeKind.AGENDA_TOMORROW in {it.kind for it in told(meeting.desk, meeting.guest)}


@pytest.mark.parametrize("coming", [True, False])
def test_who_stays_away_is_not_reminded(tomorrow: Meeting, *, coming: bool) -> None:
    answer(tomorrow, tomorrow.guest, COMING if coming else NOT_COMING, "" if coming else "Sakit")
    tomorrow.desk.run_scheduled(remind_the_day_before)
    assert is_reminded(tomorrow) is coming


def test_a_meeting_that_is_cancelled_meanwhile_is_not_told_of(tomorrow: Meeting) -> None:
    tomorrow.desk.run_scheduled(remind_the_day_before)
    tomorrow.cancel()
    assert not is_reminded(tomorrow)


def test_the_same_event_again_tells_nobody_twice(tomorrow: Meeting) -> None:
    tomorrow.desk.run_scheduled(remind_the_day_before)
    assert is_reminded(tomorrow)
    tomorrow.desk.deliver_again()
    deliver_all(tomorrow.desk)
    kinds = [it.kind for it in told(tomorrow.desk, tomorrow.guest)]
    assert kinds.count(NoticeKind.AGENDA_TOMORROW) == 1
