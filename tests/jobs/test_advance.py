"""Carrying a job on: chunk by chunk, each once, until it ends or is cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.cancel_job import JobToCancel, cancel_job
from shared.events.directory import ImportCheckMoved
from shared.jobs.job import JobRow, JobState, RowVerdict, move
from tests.directory.importing import Importer, table
from tests.portal.jobs import job_of

if TYPE_CHECKING:
    from tests.desk import Desk

ROWS = table(*(("", f"Pegawai {number}", f"p{number}@mojokertokab.example", "") for number in range(150)))


@pytest.fixture
def importer(desk: Desk) -> Importer:
    from tests.directory.conftest import ALL

    return Importer(desk, desk.employee("Ratna", *ALL))


def test_each_chunk_tells_how_far_the_job_is_and_the_last_one_tells_nothing(importer: Importer) -> None:
    importer.check(ROWS)
    assert [it.done for it in importer.desk.announced(ImportCheckMoved)] == [0, 100]


def test_a_cancelled_job_does_no_further_chunk(importer: Importer) -> None:
    started = importer.start_check(importer.send(ROWS))
    importer.desk.call(cancel_job, JobToCancel(started.job_id), by=importer.by)
    importer.desk.deliver()
    job = importer.job(started.job_id)
    assert (job.state, job.done) == (JobState.CANCELLED, 0)
    assert importer.report(job) == []


def test_an_event_that_comes_late_does_nothing(importer: Importer) -> None:
    _, job = importer.check(ROWS)
    importer.desk.deliver_again()
    assert importer.job(job.id) == job
    assert len(importer.report(job)) == 150


@pytest.mark.parametrize("rows", [0, 4])
def test_a_chunk_of_no_row_or_of_too_many_is_a_fault(desk: Desk, rows: int) -> None:
    job = job_of(desk.employee("Ratna"), desk)
    with pytest.raises(ValueError, match="a chunk of"):
        move(job, [JobRow(number, "", RowVerdict.CREATED) for number in range(rows)], desk.clock.now())
