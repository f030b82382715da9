"""Show how far a job has come."""

from __future__ import annotations

from dataclasses import dataclass

from shared.jobs.job import JOBS, Job
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichJob:
    """Which job."""

    job_id: str


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_job(which: WhichJob, ctx: ReadContext) -> Job:
    """Show a job of the caller's: how many rows of how many are done, and what became of them."""
    return ctx.get(JOBS, which.job_id)
