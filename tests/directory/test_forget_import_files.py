"""Files of employees go when their time is over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.apply import FilesForgotten
from functions.directory.forget_import_files import forget_import_files
from functions.directory.import_files import document_name, load_rows
from functions.directory.records import IMPORTS
from shared.jobs.job import JOBS, JobState
from tests.directory.importing import BUDI, SITI, table

if TYPE_CHECKING:
    from tests.directory.importing import Importer


def is_kept(importer: Importer, import_id: str) -> bool:
    documents = importer.desk.documents
    found = importer.desk.found(IMPORTS, import_id)
    assert found is not None
    kept = {
        found.has_files,
        documents.load(document_name(import_id)) is not None,
        bool(load_rows(import_id, 0, 10, documents)),
    }
    assert len(kept) == 1
    return kept.pop()


def test_after_thirty_days_the_file_and_its_rows_are_gone(importer: Importer) -> None:
    import_id, _ = importer.check(table(BUDI, SITI))
    importer.desk.clock.pass_(days=29)
    importer.desk.run_scheduled(forget_import_files)
    assert is_kept(importer, import_id)
    importer.desk.clock.pass_(days=1, seconds=1)
    importer.desk.run_scheduled(forget_import_files)
    assert not is_kept(importer, import_id)


def test_a_file_whose_time_is_over_is_not_brought_in_any_more(importer: Importer) -> None:
    import_id, _ = importer.check(table(BUDI))
    importer.desk.clock.pass_(days=31)
    with pytest.raises(FilesForgotten):
        importer.start_apply(import_id)


def test_a_file_that_is_being_brought_in_stays_until_that_has_ended(importer: Importer) -> None:
    import_id, _ = importer.check(table(BUDI))
    job_id = importer.start_apply(import_id).job_id
    importer.desk.clock.pass_(days=31)
    importer.desk.run_scheduled(forget_import_files)
    assert is_kept(importer, import_id)
    job = importer.desk.found(JOBS, job_id)
    assert job is not None
    importer.desk.given(JOBS, replace(job, state=JobState.COMPLETED))
    importer.desk.run_scheduled(forget_import_files)
    assert not is_kept(importer, import_id)
