"""Put into a store what an earlier version would have left there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from functions.portal.rebuild_derived import DerivedToRebuild, RebuildStarted, rebuild_derived
from shared.jobs.job import JOBS, Job
from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.kernel.collections import TypedCollection
    from shared.ports.records import Body, Transaction
    from tests.desk import Desk


def rewrite(desk: Desk, collection: TypedCollection[Any], key: str, **changed: object) -> None:
    """Change parts of a stored envelope, past the code that would write them right."""

    def work(transaction: Transaction) -> None:
        before = transaction.get(collection.stored, key)
        assert before is not None
        transaction.put(collection.stored, key, {**before, **changed})

    desk.records.transact(work)


def body(desk: Desk, collection: TypedCollection[Any], key: str) -> Body:
    """Return a stored envelope."""
    found = desk.records.get(collection.stored, key)
    assert found is not None
    return found


def watcher(desk: Desk) -> Actor:
    """Return who looks after the system."""
    return desk.employee("Wulan", Permission.WATCH_SYSTEM, organisation="kominfo")


def start_rebuild(desk: Desk) -> RebuildStarted:
    """Start the job by hand."""
    started: RebuildStarted = desk.call(rebuild_derived, DerivedToRebuild(), by=watcher(desk))
    return started


def rebuild(desk: Desk) -> Job:
    """Start the job by hand, let it come to its end, and return it."""
    started = start_rebuild(desk)
    desk.deliver()
    return job(desk, started.job_id)


def job(desk: Desk, job_id: str) -> Job:
    """Return a job as it is stored."""
    found = desk.found(JOBS, job_id)
    assert found is not None
    return found
