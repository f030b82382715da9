"""Showing a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.show_job import WhichJob, show_job
from shared.jobs.job import JOBS
from shared.refusals import RecordMissing
from tests.portal.jobs import job_of

if TYPE_CHECKING:
    from tests.desk import Desk


def test_whoever_started_a_job_sees_how_far_it_is(desk: Desk) -> None:
    ratna = desk.employee("Ratna")
    desk.given(JOBS, job_of(ratna, desk))
    assert desk.call(show_job, WhichJob("job"), by=ratna) == job_of(ratna, desk)


def test_somebody_elses_job_looks_like_none(desk: Desk) -> None:
    desk.given(JOBS, job_of(desk.employee("Ratna"), desk))
    with pytest.raises(RecordMissing):
        desk.call(show_job, WhichJob("job"), by=desk.employee("Rina"))
