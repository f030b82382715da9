"""Reports of jobs name people row by row, so they go when their time is over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.portal.forget_job_reports import forget_job_reports
from shared.jobs.job import JOB_PARTS, JOBS, OF_JOB, JobPart, JobRow, JobState, RowVerdict
from tests.portal.jobs import job_of

if TYPE_CHECKING:
    from shared.jobs.job import Job
    from tests.desk import Desk

SITI = JobRow(4, "Siti", RowVerdict.REFUSED, "NIP salah")


def ended(desk: Desk, job_id: str = "job", state: JobState = JobState.COMPLETED, parts: int = 1) -> None:
    """Let a job have ended now."""
    job = job_of(desk.employee("Ratna"), desk, job_id)
    desk.given(JOBS, replace(job, state=state, done=3, refused=3, first_refused=(SITI,)))
    desk.given(JOB_PARTS, *(JobPart(job_id, first, (SITI,)) for first in range(parts)))


def found(desk: Desk, job_id: str = "job") -> tuple[Job, int]:
    """Return a job, and how many parts its report has."""
    job = desk.found(JOBS, job_id)
    assert job is not None
    return job, len(desk.all(JOB_PARTS, OF_JOB, job_id))


def test_after_ninety_days_the_rows_are_gone_and_their_number_stays(desk: Desk) -> None:
    ended(desk, parts=230)
    ended(desk, "cancelled", JobState.CANCELLED)
    desk.clock.pass_(days=90, seconds=1)
    desk.run_scheduled(forget_job_reports)
    for job_id in ("job", "cancelled"):
        job, parts = found(desk, job_id)
        assert (job.has_report, job.first_refused, job.refused, parts) == (False, (), 3, 0)


def test_before_that_day_nothing_is_forgotten(desk: Desk) -> None:
    ended(desk)
    desk.clock.pass_(days=89)
    desk.run_scheduled(forget_job_reports)
    job, parts = found(desk)
    assert (job.has_report, job.first_refused, parts) == (True, (SITI,), 1)


def test_a_job_that_has_not_ended_keeps_its_report(desk: Desk) -> None:
    ended(desk, state=JobState.STARTED)
    desk.clock.pass_(days=400)
    desk.run_scheduled(forget_job_reports)
    assert found(desk)[1] == 1


def test_running_again_changes_nothing(desk: Desk) -> None:
    ended(desk)
    desk.clock.pass_(days=91)
    desk.run_scheduled(forget_job_reports)
    once = desk.records.get(JOBS.stored, "job")
    desk.clock.pass_(days=1)
    desk.run_scheduled(forget_job_reports)
    assert desk.records.get(JOBS.stored, "job") == once
