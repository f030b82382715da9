"""Forget a job's report: the rows go, how many there were of each kind stays."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from shared.jobs.job import JOB_PARTS, JOBS, OF_JOB

if TYPE_CHECKING:
    from datetime import datetime

    from shared.ports.records import Records, Transaction

_AT_ONCE = 100


def forget_report(job_id: str, records: Records, by: str, now: datetime) -> None:
    """Delete the parts of a report, some at a time, then mark the job; safe to repeat after a crash."""
    asked = JOB_PARTS.question(OF_JOB, equal=(job_id,), limit=_AT_ONCE)
    while parts := records.query(asked):
        records.transact(partial(_delete, keys=[part.key for part in parts]))
    records.transact(partial(_mark, job_id=job_id, by=by, now=now))


def _delete(transaction: Transaction, keys: list[str]) -> None:
    for key in keys:
        transaction.delete(JOB_PARTS.stored, key)


def _mark(transaction: Transaction, job_id: str, by: str, now: datetime) -> None:
    body = transaction.get(JOBS.stored, job_id)
    if body is not None:
        forgotten = replace(JOBS.read(body), has_report=False, first_refused=())
        transaction.put(JOBS.stored, job_id, JOBS.write(forgotten, by=by, at=now, before=body))
