"""How a job is started and carried on.

A job moves by an event that says how many rows are done. The reaction to it does the next chunk: in one transaction it
does the rows, notes them in the report, moves the job and emits the next event. So retries, pauses and dead letters are
those of every event, and a crash resumes by redelivery. An event that comes twice, late or beside another one finds a
job that has moved on, and does nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.events.event import JobMoved
from shared.jobs.job import JOB_PARTS, JOBS, Job, JobPart, JobState, move

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.jobs.job import JobRow
    from shared.kernel.context import Context

MOST_WRITES = 200  # in one chunk: what a transaction of either store bears in a second


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a chunk did of a job that learns on its way how much there is: it is over when ``total`` rows are done.

    ``rows`` are told in the report, the ``unchanged`` ones are only counted; ``event`` carries the job on.
    """

    rows: Sequence[JobRow]
    unchanged: int
    total: int
    event: JobMoved


def start(job: Job, event: JobMoved, ctx: Context) -> None:
    """Write a new job and tell its reaction to begin. Its ``total`` is at least one row."""
    ctx.create(JOBS, job)
    ctx.emit(event)


def advance(event: JobMoved, ctx: Context, work: Callable[[Job], Sequence[JobRow] | Chunk]) -> None:
    """Do the next chunk: ``work`` reads all that it needs, then writes, and returns a line for each row it did."""
    job = ctx.get(JOBS, event.job_id, right_from="the job's own event")
    if job.state is not JobState.STARTED or job.done != event.done:
        return
    worked = work(job)
    chunk = worked if isinstance(worked, Chunk) else Chunk(worked, 0, job.total, event)
    moved = move(replace(job, total=chunk.total), chunk.rows, ctx.now, chunk.unchanged)
    ctx.put(JOBS, moved)
    if chunk.rows:
        ctx.create(JOB_PARTS, JobPart(job.id, job.done, tuple(chunk.rows)))
    if moved.state is JobState.STARTED:
        ctx.emit(replace(chunk.event, done=moved.done))
