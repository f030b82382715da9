"""Telephone numbers as they are dialled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.telephone import InvalidTelephone, as_dialled


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0812-3456-7890", "+6281234567890"),
        ("0812 3456 7890", "+6281234567890"),
        ("+62 812 3456 7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("(0321) 391268", "+62321391268"),
        ("+65 6123 4567", "+6561234567"),
    ],
)
def test_a_number_is_understood_however_it_is_written(written: str, dialled: str) -> None:
    assert as_dialled(written) == dialled


@pytest.mark.parametrize("text", ["", "0", "112", "08123x", "+0812345678", "\u0660812345678", "0" * 40, "812345678"])
def test_what_cannot_be_dialled_is_refused(text: str) -> None:
    with pytest.raises(InvalidTelephone, match="0812-3456-7890"):
        as_dialled(text)


@given(st.from_regex(r"\+62[1-9][0-9]{6,11}", fullmatch=True))
def test_a_dialled_number_stays_as_it_is(number: str) -> None:
    assert as_dialled(number) == number
