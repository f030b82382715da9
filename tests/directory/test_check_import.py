"""Checking a file of employees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.employee_file import ColumnsMissing, FileWithoutRows
from shared.directory.model import BY_WORD, PERSON_CARDS
from shared.jobs.job import JobState, RowVerdict
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused, UploadMissing
from tests.directory.importing import BUDI, SITI, WRONG, table, workbook

if TYPE_CHECKING:
    from tests.directory.importing import Importer


def test_a_check_tells_of_every_row_and_writes_nobody(importer: Importer) -> None:
    _, job = importer.check(table(BUDI, SITI, WRONG))
    assert (job.state, job.done, job.total) == (JobState.COMPLETED, 3, 3)
    assert (job.created, job.refused) == (2, 1)
    lines = importer.report(job)
    assert [it.number for it in lines] == [2, 3, 4]
    assert lines[2].verdict is RowVerdict.REFUSED
    assert job.first_refused == (lines[2],)
    assert lines[2].detail == "Tanggal lahir (angka 1 sampai 8) tidak ada dalam kalender."
    assert importer.desk.records.query(PERSON_CARDS.question(BY_WORD, tokens=("budi",))) == []


def test_a_workbook_is_read_like_a_text_file(importer: Importer) -> None:
    _, job = importer.check(workbook(BUDI, SITI), "pegawai.xlsx")
    assert (job.created, job.refused) == (2, 0)


def test_a_check_that_is_asked_for_twice_is_one_job(importer: Importer) -> None:
    import_id, job = importer.check(table(BUDI))
    again = importer.start_check(import_id)
    assert (again.job_id, again.already) == (job.id, True)


def test_a_file_that_has_not_come_is_not_checked(importer: Importer) -> None:
    begun = importer.begin(table(BUDI))
    with pytest.raises(UploadMissing):
        importer.start_check(begun.import_id)


def test_a_file_with_other_columns_is_not_checked(importer: Importer) -> None:
    import_id = importer.send(b"Nama,Alamat\r\nBudi,Mojosari")
    with pytest.raises(ColumnsMissing):
        importer.start_check(import_id)


def test_titles_alone_are_no_employees(importer: Importer) -> None:
    import_id = importer.send(table())
    with pytest.raises(FileWithoutRows):
        importer.start_check(import_id)


def test_what_is_no_table_is_refused(importer: Importer) -> None:
    import_id = importer.send(b"PK\x03\x04 no archive", "pegawai.xlsx")
    with pytest.raises(FileRefused):
        importer.start_check(import_id)


def test_somebody_elses_import_looks_like_none(importer: Importer, stranger: Importer) -> None:
    import_id = importer.send(table(BUDI))
    with pytest.raises(RecordMissing):
        stranger.start_check(import_id)
