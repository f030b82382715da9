"""Lists by a word that many documents share are like those by a rare one, page by page, on every store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.ports.records import Collection, Position, Query, Records, Shape

if TYPE_CHECKING:
    from shared.ports.records import Transaction

BY_WORD = Shape(contains_any="value.words", order="value.name")
WITH_WORD = Shape(contains_any="value.words")
CARDS = Collection("cards", (BY_WORD, WITH_WORD))
SHARED_BY = 320


@pytest.fixture
def cards(records: Records) -> Records:
    """Return a store of cards whose names repeat; every third lacks the word, one lacks a name."""
    for first in range(0, SHARED_BY * 3 // 2, 120):  # in parts: a transaction of 480 documents takes a busy store long

        def write(transaction: Transaction, first: int = first) -> None:
            for number in range(first, first + 120):
                words = ["rina"] if number % 3 else ["budi", "adi"]
                body = {"value": {"name": f"{number % 50:02}", "words": words}}
                transaction.put(CARDS, f"{number:03}", body)

        records.transact(write)
    records.transact(lambda transaction: transaction.put(CARDS, "nameless", {"value": {"words": ["rina"]}}))
    return records


def keys(records: Records, word: str) -> list[str]:
    found: list[str] = []
    after: Position | None = None
    while True:
        page = records.query(Query(CARDS, BY_WORD, tokens=(word,), after=after, limit=90))
        if not page:
            return found
        found += [it.key for it in page]
        after = Position(page[-1].body["value"]["name"], page[-1].key)


@pytest.mark.parametrize(("word", "thirds"), [("rina", {1, 2}), ("adi", {0})])
def test_all_that_hold_a_word_come_once_in_order(cards: Records, word: str, thirds: set[int]) -> None:
    expected = [number for number in range(SHARED_BY * 3 // 2) if number % 3 in thirds]
    assert keys(cards, word) == [f"{it:03}" for it in sorted(expected, key=lambda it: (it % 50, it))]


def test_a_word_that_nothing_holds_finds_nothing(cards: Records) -> None:
    assert keys(cards, "siti") == []


def test_how_many_hold_a_word_is_counted_up_to_a_bound_with_those_without_a_name(cards: Records) -> None:
    asked = Query(CARDS, WITH_WORD, tokens=("rina",))
    assert (cards.count(asked, 1000), cards.count(asked, 50)) == (SHARED_BY + 1, 50)
    assert cards.count(Query(CARDS, BY_WORD, tokens=("rina",)), 1000) == SHARED_BY
