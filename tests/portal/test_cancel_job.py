"""Cancelling a job."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.portal.cancel_job import JobToCancel, cancel_job
from shared.jobs.job import JOBS, JobEnded, JobNotCancellable, JobState
from shared.refusals import RecordMissing
from tests.portal.jobs import job_of

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

JOB = JobToCancel("job")


@pytest.fixture
def ratna(desk: Desk) -> Actor:
    return desk.employee("Ratna")


def test_a_job_is_cancelled_once_however_often_it_is_asked(desk: Desk, ratna: Actor) -> None:
    desk.given(JOBS, job_of(ratna, desk))
    first = desk.call(cancel_job, JOB, by=ratna)
    desk.clock.pass_(minutes=1)
    assert first.state is JobState.CANCELLED
    assert desk.call(cancel_job, JOB, by=ratna) == first


def test_a_job_that_would_leave_half_of_its_work_is_not_cancelled(desk: Desk, ratna: Actor) -> None:
    desk.given(JOBS, job_of(ratna, desk, is_cancellable=False))
    with pytest.raises(JobNotCancellable):
        desk.call(cancel_job, JOB, by=ratna)


def test_a_completed_job_is_not_cancelled(ratna: Actor, desk: Desk) -> None:
    desk.given(JOBS, replace(job_of(ratna, desk), state=JobState.COMPLETED, done=3))
    with pytest.raises(JobEnded):
        desk.call(cancel_job, JOB, by=ratna)


def test_somebody_elses_job_looks_like_none(desk: Desk, ratna: Actor) -> None:
    desk.given(JOBS, job_of(ratna, desk))
    with pytest.raises(RecordMissing):
        desk.call(cancel_job, JOB, by=desk.employee("Rina"))
    assert desk.found(JOBS, "job") == job_of(ratna, desk)
