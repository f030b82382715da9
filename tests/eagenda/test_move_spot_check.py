"""A spot check begins at its random minute and ends when its time is over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.spot_check import CheckState, Reply
from functions.eagenda.look_for_spot_checks import look_for_spot_checks
from functions.eagenda.records import ATTENDANCE, participation_key
from functions.portal.fire_timers import fire_timers
from tests.eagenda.answering import tasks
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall
from tests.eagenda.test_start_spot_check import ASKED

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def hall(desk: Desk) -> Hall:
    return Hall(desk)


def test_who_let_the_time_pass_has_missed_it_stays_present_and_is_asked_no_more(hall: Hall) -> None:
    hall.start()
    first, second, *_ = hall.drawn()
    hall.answer(first)
    hall.desk.deliver()
    hall.desk.clock.set(hall.check().due_at)
    assert hall.replies()[second.id] is Reply.MISSED  # at once, whether anybody has noted it or not
    hall.desk.clock.pass_(seconds=1)
    hall.desk.run_scheduled(fire_timers)
    hall.desk.deliver()
    hall.desk.deliver_again()
    assert hall.check().state is CheckState.OVER
    assert (hall.replies()[first.id], hall.replies()[second.id]) == (Reply.VERIFIED, Reply.MISSED)
    assert hall.screen() == ""
    assert ASKED not in tasks(hall.desk, second)
    assert hall.desk.found(ATTENDANCE, participation_key(hall.meeting.id, second.id))


def test_a_planned_check_begins_by_itself_within_the_meeting(hall: Hall) -> None:
    planned = hall.start(at_random=True)
    assert (planned.state, planned.until) == (CheckState.PLANNED, None)
    due_at = hall.check().due_at
    assert hall.meeting.starts_at <= due_at <= hall.meeting.ends_at - timedelta(seconds=180)
    hall.desk.deliver()
    assert hall.drawn() == []

    hall.desk.clock.set(due_at)
    hall.desk.run_scheduled(look_for_spot_checks)
    hall.desk.deliver()
    assert hall.check().state is CheckState.RUNNING
    assert len(hall.drawn()) == 5
    hall.desk.deliver_again()
    assert len(hall.drawn()) == 5


@one_store
def test_a_planned_check_that_finds_no_meeting_is_dropped(hall: Hall) -> None:
    hall.start(at_random=True)
    hall.desk.clock.set(hall.meeting.ends_at)  # the server was off
    hall.desk.run_scheduled(look_for_spot_checks)
    hall.desk.deliver()
    assert hall.check().state is CheckState.DROPPED
    assert hall.drawn() == []
