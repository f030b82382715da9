"""Announcing a file of employees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.begin_import import begin_import
from shared.refusals import InvalidField
from tests.directory.importing import BUDI, table

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.directory.importing import Importer


def test_a_table_may_come(importer: Importer) -> None:
    begun = importer.begin(table(BUDI))
    assert begun.url.startswith("/api/files/")
    assert begun.headers["Content-Type"] == "application/csv"


@pytest.mark.parametrize("name", ["pegawai.pdf", "pegawai", "pegawai.xlsm"])
def test_only_tables_are_taken(importer: Importer, name: str) -> None:
    with pytest.raises(InvalidField):
        importer.begin(table(BUDI), name)


@pytest.mark.parametrize("size", [0, 20_000_001])
def test_an_empty_and_a_huge_file_are_not_taken(importer: Importer, size: int) -> None:
    with pytest.raises(InvalidField):
        importer.begin(b"", size=size)


def test_whoever_does_not_manage_the_directory_brings_nobody_in(desk: Desk) -> None:
    clerk = desk.employee("Joni")
    body = {"name": "pegawai.csv", "size": 1, "sha256": "0" * 64}
    assert desk.request(begin_import, json_body=body, token=desk.token(clerk)).status_code == 403
