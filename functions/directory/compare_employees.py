"""Compare the next rows of a file of employees with the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.employees import decide
from functions.directory.import_files import load_rows
from shared.events.directory import ImportCheckMoved
from shared.jobs.advance import advance
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

if TYPE_CHECKING:
    from shared.jobs.job import Job, JobRow

_ROWS_AT_ONCE = 100


@reaction(to=ImportCheckMoved)
def compare_employees(moved: ImportCheckMoved, ctx: Context) -> None:
    """Note for each of the next rows what its import would do."""

    def work(job: Job) -> list[JobRow]:
        rows = load_rows(moved.import_id, job.done, _ROWS_AT_ONCE, ctx.ports.documents)
        taken: set[str] = set()
        return [decide(row, taken, ctx).line for row in rows]

    advance(moved, ctx, work)
