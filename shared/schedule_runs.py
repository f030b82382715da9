"""When each scheduled function ran last, and how that ended: for whoever watches the system."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.kernel.collections import TypedCollection
from shared.ports.records import RecordsError
from shared.values import Instant

if TYPE_CHECKING:
    from shared.ports.records import Records, Transaction

_log = logging.getLogger("trowulan")


@dataclass(frozen=True, slots=True)
class ScheduleRun:
    """The last run of a scheduled function; ``failure`` is empty when it went well."""

    target: str
    began_at: Instant
    ended_at: Instant
    failure: str = ""


SCHEDULE_RUNS = TypedCollection("schedule_runs", ScheduleRun, key=lambda it: it.target)


def note_run(records: Records, run: ScheduleRun) -> None:
    """Keep the run instead of the one before; a store that fails now fails nobody else."""

    def work(transaction: Transaction) -> None:
        before = transaction.get(SCHEDULE_RUNS.stored, run.target)
        body = SCHEDULE_RUNS.write(run, by="schedules", at=run.ended_at, before=before)
        transaction.put(SCHEDULE_RUNS.stored, run.target, body)

    try:
        records.transact(work)
    except RecordsError:
        _log.exception("a scheduled run was not noted", extra={"target": run.target})
