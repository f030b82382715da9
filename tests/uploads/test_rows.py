"""Reading tables that people send."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty
from shared.uploads.inspect import inspect
from shared.uploads.rows import LONGEST_CELL, MOST_COLUMNS, read, read_rows


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "Nama,Surel\nSarîp,a@b.id\n".encode(),
        "\ufeffNama,Surel\r\nSarîp,a@b.id\r\n".encode(),
        "Nama;Surel\r\nSarîp;a@b.id\r\n".encode("cp1252"),
        "Nama\tSurel\nSarîp\t a@b.id \n".encode(),
        '"Nama","Surel"\n"Sarîp","a@b.id",,\n'.encode(),
    ],
)
def test_a_text_file_is_read_however_the_office_program_wrote_it(content: bytes) -> None:
    assert read_rows(FileKind.CSV, content) == [["Nama", "Surel"], ["Sarîp", "a@b.id"]]


def test_a_sheet_is_read_as_texts_and_a_formula_stays_one() -> None:
    content = workbook(("Nama", "Nomor", "Lahir"), ("=1+1", 12.0, date(1986, 9, 26)), (None, None, None), ("Budi",))
    expected = [["Nama", "Nomor", "Lahir"], ["=1+1", "12", "1986-09-26"], [], ["Budi"]]
    assert read_rows(FileKind.XLSX, content) == expected


@pytest.mark.parametrize(
    ("kind", "content", "fault"),
    [
        (FileKind.CSV, b"Nama\x00Surel", FileFault.OTHER_CONTENT),
        (FileKind.CSV, b"," * (MOST_COLUMNS + 1), FileFault.TOO_MUCH),
        (FileKind.CSV, b"a" * (LONGEST_CELL + 1), FileFault.TOO_MUCH),
        (FileKind.CSV, b"\n" * 50_001, FileFault.TOO_MUCH),
        (FileKind.CSV, b'"' + b"a" * 200_000, FileFault.DAMAGED),
        (FileKind.XLSX, b"no archive", FileFault.DAMAGED),
    ],
)
def test_what_is_no_sane_table_is_refused_by_its_fault(kind: FileKind, content: bytes, fault: FileFault) -> None:
    with pytest.raises(Faulty) as found:
        read_rows(kind, content)
    assert found.value.fault is fault


def test_a_sheet_that_bursts_is_refused_before_it_is_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("Nama",)))) as good, zipfile.ZipFile(made, "w", 8) as bomb:
        for part in good.infolist():
            is_sheet = part.filename.endswith("sheet1.xml")
            bomb.writestr(part.filename, b" " * 400_000_000 if is_sheet else good.read(part))
    with pytest.raises(Faulty) as found:
        inspect(FileKind.XLSX, made.getvalue())
    assert found.value.fault is FileFault.TOO_MUCH


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"a\x00b"])
def test_what_is_another_kind_of_file_is_no_text(content: bytes) -> None:
    with pytest.raises(Faulty) as found:
        inspect(FileKind.CSV, content)
    assert found.value.fault is FileFault.OTHER_CONTENT


def test_a_file_without_rows_has_none() -> None:
    assert read(FileKind.CSV, b"") == []
