"""The codes on papers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.papers import check_address, paper_code, read_code, write_code


@given(st.text())
def test_a_code_is_read_as_it_was_written(seed: str) -> None:
    code = paper_code(seed)
    assert read_code(write_code(code)) == read_code(code.lower()) == code


def test_two_papers_have_two_codes() -> None:
    assert len({paper_code(str(number)) for number in range(1000)}) == 1000


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    code = read_code(typed)
    assert code is None or read_code(write_code(code)) == code


@pytest.mark.parametrize(
    ("public_url", "demo", "expected"),
    [
        ("https://trowulan.go.id", False, "https://trowulan.go.id/v/7K2M-9QXA-04ZT-H3BD"),
        ("http://127.0.0.1:8080", True, "http://127.0.0.1:8080/v/7K2M-9QXA-04ZT-H3BD"),
        ("http://127.0.0.1:8080", False, None),
        ("http://localhost", False, None),
    ],
)
def test_only_an_address_that_leads_others_here_is_printed(public_url: str, demo: bool, expected: str | None) -> None:  # noqa: FBT001 -- a case's value
    assert check_address("7K2M9QXA04ZTH3BD", public_url, demo=demo) == expected


def test_a_paper_without_a_code_has_no_address() -> None:
    assert check_address("", "https://trowulan.go.id", demo=True) is None
