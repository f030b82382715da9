"""Which posts a few typed words mean."""

from __future__ import annotations

import pytest

from functions.eagenda.domain.post_words import is_called, prefixes

TITLE, OFFICE = "Kepala Dinas", "Dinas Sosial"


@pytest.mark.parametrize("text", ["kepala dinas sosial", "kep sos", "SOSIAL kepala", "kepala-dinas"])
def test_each_word_begins_a_word_of_the_title_or_the_office(text: str) -> None:
    assert is_called(text, TITLE, OFFICE)


@pytest.mark.parametrize("text", ["kepala dinas perikanan", "sosial", "", "epala"])
def test_other_words_and_the_office_alone_mean_another(text: str) -> None:
    assert not is_called(text, TITLE, OFFICE)


def test_a_title_is_looked_for_as_it_is_written_and_as_it_was_typed() -> None:
    assert [low for low, _ in prefixes("camat  jetis")] == ["Camat Jetis", "camat jetis"]
    assert [low for low, _ in prefixes("Kepala Bidang sarana dan")] == [
        "Kepala Bidang Sarana dan",
        "Kepala Bidang sarana dan",
    ]
