"""Codes that are spoken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from functions.portal.domain.one_time_code import heard, spoken
from shared.values import Secret


@given(st.text(min_size=1), st.integers(1, 12))
def test_a_code_has_its_syllables_and_is_heard_however_it_is_typed(text: str, syllables: int) -> None:
    code = spoken(Secret(text), syllables)
    letters = "".join(code.split("-"))
    assert len(code.split("-")) == syllables
    assert len(letters) == 2 * syllables
    for typed in (code, code.upper(), code.replace("-", " "), f" {letters}. "):
        assert heard(Secret(typed)) == Secret(letters)


def test_syllables_come_about_equally_often() -> None:
    found = [syllable for number in range(2_000) for syllable in spoken(Secret(str(number)), 5).split("-")]
    counts = [found.count(syllable) for syllable in set(found)]
    assert len(counts) == 80
    assert min(counts) > 80
    assert max(counts) < 180
