"""Bringing checked employees in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.apply import CheckUnfinished, RowsRefused
from shared.jobs.job import JobState
from shared.refusals import RecordMissing
from tests.directory.importing import BUDI, WRONG, table

if TYPE_CHECKING:
    from tests.directory.importing import Importer


def test_a_file_with_a_refused_row_is_not_applied_until_the_row_is_left_out(importer: Importer) -> None:
    import_id, _ = importer.check(table(BUDI, WRONG))
    with pytest.raises(RowsRefused):
        importer.start_apply(import_id)
    started = importer.start_apply(import_id, only_good=True)
    importer.desk.deliver()
    job = importer.job(started.job_id)
    assert (job.state, job.created, job.refused) == (JobState.COMPLETED, 1, 1)


def test_a_file_is_applied_only_once_it_is_checked_to_the_end(importer: Importer) -> None:
    import_id = importer.send(table(BUDI))
    with pytest.raises(CheckUnfinished):
        importer.start_apply(import_id)
    importer.start_check(import_id)
    with pytest.raises(CheckUnfinished):
        importer.start_apply(import_id)


def test_applying_twice_is_one_job(importer: Importer) -> None:
    import_id, _ = importer.check(table(BUDI))
    first = importer.start_apply(import_id)
    again = importer.start_apply(import_id)
    assert (again.job_id, again.already) == (first.job_id, True)


def test_somebody_elses_import_looks_like_none(importer: Importer, stranger: Importer) -> None:
    import_id, _ = importer.check(table(BUDI))
    with pytest.raises(RecordMissing):
        stranger.start_apply(import_id)
