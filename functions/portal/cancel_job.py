"""Cancel a job between two of its chunks, where that is safe."""

from __future__ import annotations

from dataclasses import dataclass

from shared.jobs.job import JOBS, Job, JobEnded, JobNotCancellable, JobState, cancel
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class JobToCancel:
    """Which job."""

    job_id: str


@operation(permission=SIGNED_IN, refuses=(RecordMissing, JobEnded, JobNotCancellable))
def cancel_job(which: JobToCancel, ctx: Context) -> Job:
    """Cancel a job of the caller's; cancelling it again answers the same."""
    job = ctx.get(JOBS, which.job_id)
    if job.state is JobState.CANCELLED:
        return job

    cancelled = cancel(job, ctx.now)

    ctx.put(JOBS, cancelled)
    return cancelled
