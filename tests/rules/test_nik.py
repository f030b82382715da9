"""What a NIK is."""

from __future__ import annotations

import pytest

from shared.rules.nik import InvalidNik, plain_nik


@pytest.mark.parametrize("text", ["3516120209900003", "3516124209900003", "3516 1202 0990 0003", "3516122902000001"])
def test_a_nik_of_a_man_or_a_woman_is_read_however_it_is_grouped(text: str) -> None:
    assert plain_nik(text) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("351612020990003", "16 angka"),
        ("0516120209900003", "16 angka"),
        ("35161202O9900003", "16 angka"),
        ("3516123102900003", "tidak ada dalam kalender"),
        ("3516127209900003", "tidak ada dalam kalender"),
        ("3516120213900003", "tidak ada dalam kalender"),
        ("3516120209900000", "dimulai dari 0001"),
    ],
)
def test_what_is_no_nik_says_what_to_correct(text: str, fault: str) -> None:
    with pytest.raises(InvalidNik, match=fault):
        plain_nik(text)
