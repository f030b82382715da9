"""Forget the reports of jobs that ended long ago: they name people row by row."""

from __future__ import annotations

from shared.jobs.forget import forget_report
from shared.jobs.job import ENDED_WITH_REPORT, JOBS, JobState
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext
from shared.tables.retention import Kept, kept_since

_AT_ONCE = 100  # jobs; the rest waits for the next day


@scheduled(cron="10 2 * * *", catch_up=CatchUp.ONCE, journaled=False)
def forget_job_reports(ctx: ReadContext) -> None:
    """Delete the rows of reports that have been kept as long as they may be; their counts stay."""
    until = kept_since(Kept.JOB_REPORTS, ctx)
    for state in (JobState.COMPLETED, JobState.CANCELLED):
        over = ctx.list(JOBS, ENDED_WITH_REPORT, equal=(True, state.value), high=until, limit=_AT_ONCE)
        for job_id, _ in over.items:
            forget_report(job_id, ctx.ports.records, ctx.actor.id, ctx.now)
