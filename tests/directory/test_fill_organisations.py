"""Bringing in the regency's own organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.fill_organisations import OrganisationsToFill, fill_organisations
from functions.directory.known_organisations import known_organisations
from shared.jobs.job import JOBS
from shared.permissions import Permission

if TYPE_CHECKING:
    from tests.desk import Desk


def test_a_job_is_started_for_all_of_them(desk: Desk) -> None:
    job_id = desk.call(
        fill_organisations, OrganisationsToFill(), by=desk.employee("Ratna", Permission.MANAGE_DIRECTORY)
    ).job_id

    job = desk.found(JOBS, job_id)
    assert job is not None
    assert (job.done, job.total) == (0, len(known_organisations()))
