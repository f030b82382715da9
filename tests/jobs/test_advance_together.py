"""Carrying a job on when its event comes twice at the same moment: real threads, each row once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.directory.model import PERSONS
from shared.directory.people import new_person_id
from shared.events.directory import ImportApplyMoved
from shared.jobs.job import JobState
from shared.kernel import catalogue
from shared.kernel.http import run_inner
from shared.permissions import Permission
from tests.desk import Desk
from tests.directory.importing import Importer, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = table(*(("", f"Pegawai {number}", f"p{number}@mojokertokab.example", "") for number in range(120)))
AT_ONCE = 4


@pytest.fixture
def importer(tmp_path: Path) -> Iterator[Importer]:
    """Return an administrator of an office whose store many threads share."""
    records = SqliteRecords(tmp_path / "records.db")
    desk = Desk(records, tmp_path)
    yield Importer(desk, desk.employee("Ratna", Permission.MANAGE_DIRECTORY))
    records.close()


def test_a_chunk_that_several_begin_at_once_is_done_by_one(importer: Importer) -> None:
    import_id, _ = importer.check(ROWS)
    started = importer.start_apply(import_id)
    declaration = catalogue.find("directory_write_employees")
    assert declaration is not None

    while (job := importer.job(started.job_id)).state is JobState.STARTED:
        start, moved = threading.Barrier(AT_ONCE), ImportApplyMoved(job.id, job.done, import_id)

        def deliver(number: int, start: threading.Barrier = start, moved: ImportApplyMoved = moved) -> None:
            start.wait()
            event_id = f"event-{moved.done}-{number}"  # as if each had come by itself
            run_inner(declaration, moved, event_id, importer.desk, event_id)

        with ThreadPoolExecutor(AT_ONCE) as threads:
            list(threads.map(deliver, range(AT_ONCE)))

    assert (job.state, job.created) == (JobState.COMPLETED, 120)
    assert [row.number for row in importer.report(job)] == list(range(2, 122))
    assert importer.desk.found(PERSONS, new_person_id("p119@mojokertokab.example")) is not None


def test_two_who_press_import_at_once_start_one_job(importer: Importer) -> None:
    import_id, _ = importer.check(ROWS)
    start = threading.Barrier(AT_ONCE)

    def press(_: int) -> str:
        start.wait()
        return importer.start_apply(import_id).job_id

    with ThreadPoolExecutor(AT_ONCE) as threads:
        assert len(set(threads.map(press, range(AT_ONCE)))) == 1
