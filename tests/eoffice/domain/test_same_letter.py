"""When two letters are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.eoffice.domain.same_letter import folded, same_letters_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("005/12/416-101/2026", "005 / 12 / 416 - 101 / 2026"),
        ("PT. Maju Jaya", "pt maju jaya"),
        ("Dinas Kominfo", "DINAS KOMINFO "),
    ],
)
def test_spaces_dots_and_capitals_tell_no_letters_apart(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@given(st.text(), st.text())
def test_what_is_folded_stays_as_it_is(sender: str, number: str) -> None:
    assert folded(folded(sender)) == folded(sender)
    assert same_letters_id("diskominfo", sender, number) == same_letters_id("diskominfo", sender.strip(), number)
