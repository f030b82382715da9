"""Inviting a long list of guests by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.jobs.job import JobState
from tests.eagenda.guests_by_mail import crowd, invite, listed
from tests.eagenda.inviting import deliver_all, job_of

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting


@pytest.mark.usefixtures("away")
def test_a_list_that_is_sent_twice_invites_each_once(meeting: Meeting) -> None:
    guests = crowd(63)
    first, second = (invite(meeting, *guests) for _ in range(2))
    deliver_all(meeting.desk)
    meeting.desk.deliver_again()
    jobs = [job_of(meeting.desk, it.job_id) for it in (first, second)]
    assert {it.state for it in jobs} == {JobState.COMPLETED}
    assert sum(it.created for it in jobs) == sum(it.unchanged for it in jobs) == 63
    assert listed(meeting).invited_count == 63


@pytest.mark.usefixtures("away")
def test_a_job_on_its_way_ends_where_the_meeting_is_cancelled(meeting: Meeting) -> None:
    job_id = invite(meeting, *crowd(61)).job_id
    meeting.cancel()
    deliver_all(meeting.desk)
    assert job_of(meeting.desk, job_id).refused == 61
    assert listed(meeting).invited_count == 0
