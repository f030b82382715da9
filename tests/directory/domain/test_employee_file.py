"""What a file of employees says, row by row."""

from __future__ import annotations

import pytest

from functions.directory.domain.employee_file import (
    ColumnsMissing,
    Employee,
    EmployeeRow,
    FileWithoutRows,
    differences,
    merge,
    read_employees,
)

TITLES = ["NIP", "Nama", "Surel", "Golongan"]
BUDI = ["198609262015051001", "Budi Santoso", "budi@mojokertokab.example", "III/c"]


def only(*cells: str) -> EmployeeRow:
    (row,) = read_employees([TITLES, list(cells)])
    return row


def test_the_titles_may_stand_below_a_heading_in_any_order_and_under_the_usual_names() -> None:
    rows = [["Daftar Pegawai"], [], ["No.", "Nama Lengkap", "Gol.", "NI PPPK"], ["1", "Budi", "IX", BUDI[0]], [], []]
    assert read_employees(rows) == [EmployeeRow(4, "Budi", BUDI[0], "", "IX")]


@pytest.mark.parametrize("rows", [[], [["Nama", "Surel"], ["Budi", "b@c.id"]], [["NIP"], [BUDI[0]]]])
def test_without_titles_for_nip_and_name_nothing_is_read(rows: list[list[str]]) -> None:
    with pytest.raises(ColumnsMissing):
        read_employees(rows)


def test_titles_alone_say_nothing() -> None:
    with pytest.raises(FileWithoutRows):
        read_employees([TITLES, [], ["", ""]])


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (("198609262015051001", "Budi"), ""),
        (("19860926 201505 1 001", "Budi"), ""),
        (("199203142024212003", "Siti"), ""),  # NI PPPK: 21 is no month and is right
        (("-", "Joko", "joko@desa.id"), ""),
        (("198609262015053001", "Budi"), "Angka 15 harus 1"),
        (("198613262015051001", "Budi"), "Tanggal lahir"),
        (("1.98609262015051E+17", "Budi"), "18 angka"),
        ((BUDI[0], ""), "Isi nama pegawai"),
        ((BUDI[0], "12345"), "Isi nama pegawai"),
        (("", "Budi"), "Isi NIP, atau surel"),
        (("", "Budi", "budi(at)desa.id"), "Surel tidak sah"),
        ((BUDI[0], "Budi", "", "V/a"), "Golongan tidak dikenal"),
        ((BUDI[0], '=HYPERLINK("x")'), "rumus"),
        ((BUDI[0], "Budi", "@sum(a1)"), "rumus"),
    ],
)
def test_a_row_says_who_or_what_is_wrong_with_it(cells: tuple[str, ...], fault: str) -> None:
    said = only(*cells).fault
    assert fault in said
    assert bool(said) is bool(fault)


def test_the_second_row_of_the_same_number_is_refused() -> None:
    rows = read_employees([TITLES, BUDI, ["19860926 201505 1 001", "Budi S."], ["", "Joko", BUDI[2]]])
    assert [row.fault for row in rows] == ["", *["NIP atau surelnya sama dengan baris 2."] * 2]


def test_an_empty_cell_leaves_what_is_known() -> None:
    before = Employee("Budi", BUDI[0], BUDI[2], "III/b")
    after = merge(before, EmployeeRow(2, "Budi Santoso", BUDI[0], "", "III/c"))
    assert after == Employee("Budi Santoso", BUDI[0], BUDI[2], "III/c")
    assert differences(before, after) == "Nama: Budi → Budi Santoso; Golongan: III/b → III/c"
