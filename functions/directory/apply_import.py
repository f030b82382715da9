"""Bring the checked rows of a file of employees into the directory."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.directory.domain.apply import (
    CheckUnfinished,
    FilesForgotten,
    RowsRefused,
    require_applicable,
    require_files,
)
from functions.directory.records import IMPORTS
from shared.events.directory import ImportApplyMoved
from shared.jobs.advance import start
from shared.jobs.job import JOBS, Job, JobState
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tables.retention import Kept, kept_since


@dataclass(frozen=True, slots=True)
class ImportToApply:
    """Which import; ``only_good`` leaves out the rows that are refused."""

    import_id: str
    only_good: bool = False


@dataclass(frozen=True, slots=True)
class ApplyStarted:
    """The job that writes the rows; ``already`` when it was started before."""

    job_id: str
    already: bool


@operation(
    permission=Permission.MANAGE_DIRECTORY, refuses=(RecordMissing, CheckUnfinished, RowsRefused, FilesForgotten)
)
def apply_import(which: ImportToApply, ctx: Context) -> ApplyStarted:
    """Bring the checked rows of a file of employees into the directory."""
    checked = ctx.get(IMPORTS, which.import_id)
    if checked.apply_job_id:
        return ApplyStarted(checked.apply_job_id, already=True)
    check = ctx.find(JOBS, checked.check_job_id) if checked.check_job_id else None

    require_files(is_kept=checked.announced_at > kept_since(Kept.IMPORT_FILES, ctx))
    is_checked = check is not None and check.state is JobState.COMPLETED
    require_applicable(is_checked=is_checked, refused=check.refused if check else 0, only_good=which.only_good)
    title, page = f"Impor {checked.name}", f"/administrasi/impor/{checked.id}"
    job = Job(ctx.new_id(), checked.owner_id, title, page, checked.rows, ctx.now, ctx.now, is_cancellable=False)

    ctx.put(IMPORTS, replace(checked, apply_job_id=job.id))
    start(job, ImportApplyMoved(job.id, 0, checked.id), ctx)
    return ApplyStarted(job.id, already=False)
