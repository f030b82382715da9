"""Listing one's own jobs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.portal.list_jobs import WhichJobs, list_jobs
from shared.jobs.job import JOBS
from tests.portal.jobs import job_of

if TYPE_CHECKING:
    from tests.desk import Desk


def test_the_latest_job_stands_first_and_nobody_elses_is_there(desk: Desk) -> None:
    ratna, rina = desk.employee("Ratna"), desk.employee("Rina")
    first = job_of(ratna, desk, "first")
    desk.clock.pass_(minutes=1)
    second = job_of(ratna, desk, "second")
    desk.given(JOBS, first, second, job_of(rina, desk, "hers"))
    assert second.started_at - first.started_at == timedelta(minutes=1)
    assert desk.call(list_jobs, WhichJobs(), by=ratna).items == (second, first)
