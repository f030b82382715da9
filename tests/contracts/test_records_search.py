"""Documents are found by a word of theirs and by those who may read them, on every store alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from shared.ports.records import Collection, Position, Query, Records, Shape, UndeclaredQuery

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.ports.records import Transaction

NEWEST = Shape(contains_any="value.readers", words="value.words", order="value.at", descending=True)
OF_STATE = Shape(("value.state",), "value.readers", "value.at", descending=True, words="value.words")
ANY = Shape(contains_any="value.readers", words="value.words")
FOUND = Collection("found", (NEWEST, OF_STATE, ANY))


def do(records: Records, work: Callable[[Transaction], None]) -> None:
    records.transact(work)


def given(records: Records, key: str, words: str, readers: str = "desk", at: str = "1", state: str = "open") -> None:
    value = {"readers": readers.split(), "words": words.split(), "at": at, "state": state}
    do(records, lambda transaction: transaction.put(FOUND, key, {"value": value}))


def keys(records: Records, typed: str, *tokens: str, **asked: Any) -> list[str]:  # noqa: ANN401 -- of a query
    shape = asked.pop("shape", NEWEST)
    found = records.query(Query(FOUND, shape, tokens=tokens or ("desk",), typed=typed, **asked))
    return [it.key for it in found]


def test_the_beginning_of_a_word_finds_it_and_its_middle_does_not(records: Records) -> None:
    given(records, "a", "undangan 1234")
    for typed in ("un", "undang", "undangan", "12", "1234"):
        assert keys(records, typed) == ["a"], typed
    for typed in ("dangan", "234", "undas", "12345"):
        assert keys(records, typed) == [], typed


@pytest.mark.parametrize("typed", ["undngan", "unndangan", "undabgan", "nudangan", "undanagn", "undangna"])
def test_one_slip_in_the_head_of_a_word_is_forgiven_where_that_is_asked(records: Records, typed: str) -> None:
    given(records, "a", "undangan")
    assert keys(records, typed, slip=True) == ["a"]
    given(records, "a", "rapat")
    assert keys(records, typed, slip=True) == []


@pytest.mark.parametrize("typed", ["rapt", "rapta", "raapat", "rpat", "rapak"])
def test_a_word_of_five_letters_is_found_by_each_kind_of_slip(records: Records, typed: str) -> None:
    given(records, "a", "rapat")
    assert keys(records, typed, slip=True) == ["a"]


def test_only_those_who_may_read_find(records: Records) -> None:
    given(records, "a", "rapat", readers="desk pos:1")
    assert keys(records, "rapat", "pos:1", "pos:2") == keys(records, "rapat", "desk") == ["a"]
    assert keys(records, "rapat", "pos:2") == []


def test_what_is_written_again_is_found_by_its_new_words_and_readers_alone(records: Records) -> None:
    given(records, "a", "rapat surat", readers="desk")
    given(records, "a", "rapat undangan", readers="pos:1")
    assert (keys(records, "rapat"), keys(records, "surat", "pos:1")) == ([], [])
    assert keys(records, "undangan", "pos:1") == ["a"]


def test_what_is_deleted_is_found_no_more_and_may_come_again(records: Records) -> None:
    given(records, "a", "rapat")
    do(records, lambda transaction: transaction.delete(FOUND, "a"))
    assert keys(records, "rapat") == []
    given(records, "a", "surat")
    assert (keys(records, "rapat"), keys(records, "surat")) == ([], ["a"])


def test_a_work_that_raises_leaves_the_words_as_they_were(records: Records) -> None:
    given(records, "a", "rapat")

    def work(transaction: Transaction) -> None:
        transaction.put(FOUND, "a", {"value": {"readers": ["desk"], "words": ["surat"], "at": "1"}})
        raise KeyError

    with pytest.raises(KeyError):
        do(records, work)
    assert (keys(records, "rapat"), keys(records, "surat")) == (["a"], [])


def test_the_newest_come_first_and_page_after_page(records: Records) -> None:
    for number in range(7):
        given(records, f"k{number}", "rapat", at=f"{number // 2}", state="open" if number % 2 else "done")
    assert keys(records, "rap", limit=3) == ["k6", "k5", "k4"]
    assert keys(records, "rap", limit=3, after=Position("2", "k4")) == ["k3", "k2", "k1"]
    assert keys(records, "rap", shape=OF_STATE, equal=("done",), limit=2) == ["k6", "k4"]
    assert keys(records, "rap", low="1", high="3") == ["k5", "k4", "k3", "k2"]
    assert records.count(Query(FOUND, ANY, tokens=("desk",), typed="rap"), 5) == 5


def test_what_so_many_share_that_it_is_walked_through_is_found_alike(records: Records) -> None:
    def write(transaction: Transaction) -> None:
        for number in range(310):
            value = {"readers": ["desk"], "words": ["surat"], "at": f"{number:03}", "state": "open"}
            transaction.put(FOUND, f"{number:03}", {"value": value})

    do(records, write)
    assert keys(records, "surat", limit=2) == keys(records, "sur", shape=OF_STATE, equal=("open",), limit=2)
    assert keys(records, "surat", limit=2, after=Position("308", "308")) == ["307", "306"]


def test_a_body_comes_back_as_it_was_written(records: Records) -> None:
    value = {"readers": ["desk"], "words": ["rapat"], "at": "1", "reader_words": ["x"]}
    body = {"value": value, "reader_words": ["y"]}
    do(records, lambda transaction: transaction.put(FOUND, "a", body))
    [found] = records.query(Query(FOUND, NEWEST, tokens=("desk",), typed="rapat"))
    assert records.get(FOUND, "a") == found.body == body


@pytest.mark.parametrize("asked", [{"typed": ""}, {"typed": 'a" OR "b'}, {"typed": "abc", "slip": True}])
def test_what_is_no_word_is_no_question(records: Records, asked: dict[str, Any]) -> None:
    with pytest.raises(UndeclaredQuery):
        records.query(Query(FOUND, NEWEST, tokens=("desk",), **asked))
