"""A job for the tests of what people do with jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.jobs.job import Job

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def job_of(owner: Actor, desk: Desk, job_id: str = "job", *, is_cancellable: bool = True) -> Job:
    """Return a job of three rows that has just been started."""
    now = desk.clock.now()
    return Job(job_id, owner.id, "Periksa pegawai.csv", "/administrasi/impor/1", 3, now, now, is_cancellable)
