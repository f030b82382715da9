"""Words as search compares them."""

from __future__ import annotations

import pytest

from shared.rules.search_words import PAIRS_AT_MOST, asked_pairs, asked_words, begins_nearly, pairs, slips, words_of


def test_words_are_small_letters_and_digits_without_accents_once_each() -> None:
    assert words_of("Café & RAPAT, rapat!") == ("cafe", "rapat")
    assert words_of("ﬁle ١٢ — 東京") == ("file",)


def test_a_number_is_found_by_each_of_its_parts_and_without_its_zeros() -> None:
    assert words_of("005/1234/416-201/2026") == ("005", "1234", "416", "201", "2026")
    assert words_of("0412/2026 B3-1234a") == ("0412", "412", "2026", "b3", "1234a", "1234")
    assert asked_words("0412/2026 b3") == ("0412", "2026", "b3")


@pytest.mark.parametrize("typed", ["undangan", "undngan", "uundangan", "umdangan", "nudangan", "undangna", "undx"])
def test_a_word_is_nearly_begun_by_what_is_one_slip_away(typed: str) -> None:
    assert begins_nearly("undangan", typed) is (typed != "undx")


@pytest.mark.parametrize(
    ("word", "typed"), [("rapat", "ramam"), ("surat", "data"), ("2026x", "2025x"), ("data", "date")]
)
def test_two_slips_short_words_and_numbers_are_not_forgiven(word: str, typed: str) -> None:
    assert not begins_nearly(word, typed)


def test_words_one_slip_apart_have_a_rest_in_common() -> None:
    for typed in ("rapt", "rapta", "raapat", "rpat", "rapak", "xrapat"):
        assert {*slips("rapat")} & {*slips(typed)}, typed
    assert not {*slips("rapat")} & {*slips("surat")}


def test_of_too_many_words_the_last_are_left_out_for_every_reader_alike() -> None:
    words = [f"{number:05}kata" for number in range(3_000)]
    made = pairs(["desk", "pos:1"], words)
    assert len(made) == PAIRS_AT_MOST
    for reader in ("desk", "pos:1"):
        [asked] = asked_pairs([reader], words[0], slip=False)
        assert asked in made
