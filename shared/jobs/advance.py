"""How a job is started and carried on.

A job moves by an event that says how many rows are done. The reaction to it does the next chunk: in one transaction it
does the rows, notes them in the report, moves the job and emits the next event. So retries, pauses and dead letters are
those of every event, and a crash resumes by redelivery. An event that comes twice, late or beside another one finds a
job that has moved on, and does nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.events.event import JobMoved
from shared.jobs.job import JOB_PARTS, JOBS, Job, JobPart, JobState, move

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.jobs.job import JobRow
    from shared.kernel.context import Context

MOST_WRITES = 200  # in one chunk: what a transaction of either store bears in a second


def start(job: Job, event: JobMoved, ctx: Context) -> None:
    """Write a new job and tell its reaction to begin. Its ``total`` is at least one row."""
    ctx.create(JOBS, job)
    ctx.emit(event)


def advance(event: JobMoved, ctx: Context, work: Callable[[Job], Sequence[JobRow]]) -> None:
    """Do the next chunk: ``work`` reads all that it needs, then writes, and returns a line for each row it did."""
    job = ctx.get(JOBS, event.job_id, right_from="the job's own event")
    if job.state is not JobState.STARTED or job.done != event.done:
        return
    rows = work(job)
    moved = move(job, rows, ctx.now)
    ctx.put(JOBS, moved)
    ctx.create(JOB_PARTS, JobPart(job.id, job.done, tuple(rows)))
    if moved.state is JobState.STARTED:
        ctx.emit(replace(event, done=moved.done))
