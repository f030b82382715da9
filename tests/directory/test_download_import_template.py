"""The example of a file of employees."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.directory.domain.employee_file import FileWithoutRows
from functions.directory.download_import_template import download_import_template
from tests.directory.importing import BUDI

if TYPE_CHECKING:
    from tests.directory.importing import Importer


def template(importer: Importer) -> bytes:
    response = importer.desk.request(download_import_template, token=importer.desk.token(importer.by))
    assert response.status_code == 200
    return response.get_data()


def test_the_example_filled_in_is_imported(importer: Importer) -> None:
    book = load_workbook(io.BytesIO(template(importer)))
    sheet = book.worksheets[0]
    for column, value in enumerate(BUDI, 1):
        sheet.cell(sheet.max_row, column, value)
    file = io.BytesIO()
    book.save(file)
    assert importer.check(file.getvalue(), "impor-pegawai.xlsx")[1].created == 1


def test_the_example_as_it_is_has_nobody_in_it(importer: Importer) -> None:
    import_id = importer.send(template(importer), "impor-pegawai.xlsx")
    with pytest.raises(FileWithoutRows):
        importer.start_check(import_id)
