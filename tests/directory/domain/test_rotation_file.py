"""What a file of moves says, row by row."""

from __future__ import annotations

import pytest

from functions.directory.domain.employee_file import ColumnsMissing
from functions.directory.domain.rotation_file import (
    COLUMNS,
    MOST_MOVES,
    RotationEmpty,
    RotationRow,
    RotationTooLong,
    read_rotation,
)
from shared.rules.appointment import AppointmentKind

NIP = "198609262015051001"


def fault(*cells: str) -> str:
    [row] = read_rotation([COLUMNS, cells])
    return row.fault


def test_a_post_is_named_by_its_code_or_by_title_and_office() -> None:
    rows = read_rotation([("Mutasi",), COLUMNS, (NIP, "sekcam"), (NIP, "", "Sekretaris  Camat", "Trowulan", "Plt.")])

    assert rows == [
        RotationRow(3, NIP, "sekcam"),
        RotationRow(4, NIP, "", "Sekretaris Camat", "Trowulan", AppointmentKind.PLT),
    ]


def test_columns_may_come_in_any_order_and_without_codes() -> None:
    rows = read_rotation([("OPD", "Jabatan", "NIP"), ("Trowulan", "Camat", "19860926 201505 1 001")])
    assert rows == [RotationRow(2, NIP, "", "Camat", "Trowulan")]


def test_without_the_titles_nothing_is_read() -> None:
    with pytest.raises(ColumnsMissing):
        read_rotation([("NIP", "Nama"), (NIP, "Budi")])


def test_titles_alone_are_no_rotation_and_too_many_rows_are_not_one_plan() -> None:
    with pytest.raises(RotationEmpty):
        read_rotation([COLUMNS, ()])
    with pytest.raises(RotationTooLong):
        read_rotation([COLUMNS, *[(NIP, "sekcam")] * (MOST_MOVES + 1)])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("198613262015051001", "sekcam"), "Tanggal lahir"),
        (("", "sekcam"), "NIP terdiri dari 18 angka"),
        ((NIP, ""), "Isi kode jabatan"),
        ((NIP, "", "Camat"), "Isi kode jabatan"),
        ((NIP, "sekcam", "", "", "Plh."), "Plh. menggantikan pejabat yang berhalangan"),
        ((NIP, "sekcam", "", "", "tetap"), "Jenis tidak dikenal"),
        ((NIP, "=A1"), "rumus"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(cells: tuple[str, ...], said: str) -> None:
    assert fault(*cells).startswith(said) or said in fault(*cells)
