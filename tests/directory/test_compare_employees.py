"""What the check says of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.directory.model import PERSONS, Person
from shared.jobs.job import RowVerdict
from tests.directory.importing import BUDI, JOKO, SITI, table

if TYPE_CHECKING:
    from tests.directory.importing import Importer


@pytest.mark.parametrize(
    ("row", "verdict", "detail"),
    [
        (BUDI, RowVerdict.UNCHANGED, ""),
        ((BUDI[0], BUDI[1], "", ""), RowVerdict.UNCHANGED, ""),
        (("19860926 201505 1 001", "Budi Santoso", "-", "III/d"), RowVerdict.CHANGED, "Golongan: III/c → III/d"),
        (JOKO, RowVerdict.UNCHANGED, ""),
        ((SITI[0], SITI[1], BUDI[2], ""), RowVerdict.REFUSED, "sudah dipakai Budi Santoso"),
    ],
)
def test_a_row_is_compared_with_the_person_of_its_number(
    importer: Importer, row: tuple[str, ...], verdict: RowVerdict, detail: str
) -> None:
    importer.bring_in(table(BUDI, JOKO))
    _, job = importer.check(table(row))
    (line,) = importer.report(job)
    assert line.verdict is verdict
    assert detail in line.detail


def test_a_long_file_is_compared_in_chunks_each_row_once(importer: Importer) -> None:
    rows = [("", f"Pegawai {number}", f"p{number}@mojokertokab.example", "") for number in range(230)]
    _, job = importer.check(table(*rows))
    assert job.done == job.created == 230
    assert [it.number for it in importer.report(job)] == list(range(2, 232))


def test_somebody_who_was_there_before_any_import_is_known_by_nip_or_e_mail(importer: Importer) -> None:
    importer.desk.given(PERSONS, Person("p-1", BUDI[1], BUDI[0]), Person("p-2", JOKO[1], email=JOKO[2]))
    _, job = importer.check(table(BUDI, JOKO))
    assert (job.created, job.changed, job.unchanged) == (0, 1, 1)
