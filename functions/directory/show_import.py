"""Show how far the import of a file of employees has come."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.records import IMPORTS
from shared.jobs.job import JOBS, Job
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichImport:
    """Which import."""

    import_id: str


@dataclass(frozen=True, slots=True)
class ShownImport:
    """The file's name, the job that checks it and the job that brings it in, once there are any."""

    id: str
    name: str
    check: Job | None
    apply: Job | None


@query(permission=Permission.MANAGE_DIRECTORY, refuses=(RecordMissing,))
def show_import(which: WhichImport, ctx: ReadContext) -> ShownImport:
    """Show an import of the caller's with its jobs."""
    found = ctx.get(IMPORTS, which.import_id)
    check = ctx.find(JOBS, found.check_job_id) if found.check_job_id else None
    apply = ctx.find(JOBS, found.apply_job_id) if found.apply_job_id else None

    return ShownImport(found.id, found.name, check, apply)
