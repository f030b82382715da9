"""Forget the files of imports that came long ago."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from functions.directory.import_files import delete_files
from functions.directory.records import IMPORTS, WITH_FILES
from shared.jobs.job import JOBS, JobState
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import ReadContext
from shared.tables.retention import Kept, kept_since

if TYPE_CHECKING:
    from datetime import datetime

    from shared.ports.records import Transaction

_AT_ONCE = 100  # imports; the rest waits for the next day
_RIGHT = "the import that it brings in"


@scheduled(cron="20 2 * * *", catch_up=CatchUp.ONCE, journaled=False)
def forget_import_files(ctx: ReadContext) -> None:
    """Delete files of employees that have been kept as long as they may be, but not while they are brought in."""
    over = ctx.list(IMPORTS, WITH_FILES, equal=(True,), high=kept_since(Kept.IMPORT_FILES, ctx), limit=_AT_ONCE)
    for import_id, found in over.items:
        job = ctx.find(JOBS, found.apply_job_id, right_from=_RIGHT) if found.apply_job_id else None
        if job is None or job.state is not JobState.STARTED:
            delete_files(import_id, found.rows, ctx.ports.documents)
            ctx.ports.records.transact(partial(_mark, import_id=import_id, by=ctx.actor.id, now=ctx.now))


def _mark(transaction: Transaction, import_id: str, by: str, now: datetime) -> None:
    body = transaction.get(IMPORTS.stored, import_id)
    if body is not None:
        forgotten = replace(IMPORTS.read(body), has_files=False)
        transaction.put(IMPORTS.stored, import_id, IMPORTS.write(forgotten, by=by, at=now, before=body))
