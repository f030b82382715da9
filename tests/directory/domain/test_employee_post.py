"""What a row of a file of employees says of a post."""

from __future__ import annotations

from datetime import date

import pytest

from functions.directory.domain.employee_post import InvalidPost, NamedPost, read_post


def said(title: str = "Analis", office: str = "BKPSDM", rank_class: str = "", starts_on: str = "") -> NamedPost | None:
    return read_post({"title": title, "office": office, "rank_class": rank_class, "starts_on": starts_on})


def test_a_row_without_title_and_office_names_no_post() -> None:
    assert read_post({}) is None
    assert said("", "", "III.a", "2026-01-02") is None


@pytest.mark.parametrize(
    ("written", "rank_class"),
    [("", ""), ("III.a", "III.a"), ("Eselon II/b", "II.b"), ("Ahli Muda", "ahli-muda"), ("PELAKSANA", "pelaksana")],
)
def test_a_class_is_known_as_people_write_it(written: str, rank_class: str) -> None:
    assert said(rank_class=written) == NamedPost("Analis", "BKPSDM", rank_class)


@pytest.mark.parametrize("written", ["2026-01-02", "02/01/2026", "2-1-2026", "2.1.2026"])
def test_a_day_is_known_as_people_write_it(written: str) -> None:
    assert said(starts_on=written) == NamedPost("Analis", "BKPSDM", starts_on=date(2026, 1, 2))


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (("Analis", ""), "beserta OPD"),
        (("", "BKPSDM"), "beserta OPD"),
        (("123", "BKPSDM"), "nama jabatan"),
        (("A" * 201, "BKPSDM"), "nama jabatan"),
        (("Analis", "BKPSDM", "V.a"), "Kelas jabatan tidak dikenal"),
        (("Analis", "BKPSDM", "", "31/02/2026"), "TMT jabatan tidak dikenal"),
        (("Analis", "BKPSDM", "", "besok"), "TMT jabatan tidak dikenal"),
    ],
)
def test_what_names_no_post_is_said(cells: tuple[str, ...], fault: str) -> None:
    with pytest.raises(InvalidPost, match=fault):
        said(*cells)
