"""List the long work that the caller has started."""

from __future__ import annotations

from dataclasses import dataclass

from shared.jobs.job import JOBS, OWN, Job
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class WhichJobs:
    """From where on: the cursor of the part before."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedJobs:
    """A part of the list, the latest started first."""

    items: tuple[Job, ...]
    next_cursor: str | None


@query(permission=SIGNED_IN)
def list_jobs(which: WhichJobs, ctx: ReadContext) -> ListedJobs:
    """List the caller's jobs, the latest started first."""
    page = ctx.list(JOBS, OWN, cursor=which.cursor)
    return ListedJobs(tuple(job for _, job in page.items), page.next_cursor)
