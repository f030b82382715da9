"""What a record store promises about queries, sentence by sentence, on every store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from operator import getitem
from typing import Any

import pytest

from shared.ports.records import (
    BY_KEY,
    MAX_TOKENS,
    Body,
    Collection,
    Document,
    Position,
    Query,
    Records,
    Shape,
    Transaction,
    UndeclaredQuery,
)

BY_START = Shape(order="value.starts_at")
BY_START_BACK = Shape(order="value.starts_at", descending=True)
BY_ROOM = Shape(equal=("value.place.room", "value.open"), order="value.starts_at")
BY_FLOOR = Shape(equal=("value.place.floor",))
BY_FLOOR_BACK = Shape(equal=("value.place.floor",), descending=True)
FOR_READER = Shape(equal=("value.open",), contains_any="readers", order="value.starts_at", descending=True)
FOR_READER_BY_KEY = Shape(contains_any="readers")
BY_NUMBER = Shape(order="value.number")
SHAPES = (
    BY_KEY,
    BY_FLOOR_BACK,
    BY_START,
    BY_START_BACK,
    BY_ROOM,
    BY_FLOOR,
    FOR_READER,
    FOR_READER_BY_KEY,
    BY_NUMBER,
)
AGENDAS = Collection("agendas", SHAPES)


def agenda(starts_at: str | None, *, readers: Sequence[str] = (), **rest: object) -> Body:
    return {"readers": [*readers], "value": {"starts_at": starts_at, "open": True, **rest}}


def fill(records: Records, bodies: dict[str, Body]) -> None:
    def work(transaction: Transaction) -> None:
        for key, body in bodies.items():
            transaction.put(AGENDAS, key, body)

    records.transact(work)


def keys(documents: list[Document]) -> list[str]:
    return [document.key for document in documents]


def position(document: Document, shape: Shape) -> Position:
    value: Any = None
    if shape.order:
        value = reduce(getitem, shape.order.split("."), document.body)
    return Position(value, document.key)


def pages(records: Records, query: Query) -> list[Document]:
    """Follow the cursors from page to page until one comes back short."""
    whole: list[Document] = []
    while True:
        page = records.query(query)
        whole += page
        if len(page) < query.limit:
            return whole
        query = replace(query, after=position(page[-1], query.shape))


@pytest.fixture
def week(records: Records) -> Records:
    """Return a store with twenty agendas on six starts, entered in no order."""
    starts = ["2026-11-26", "2026-11-23", "2026-11-27", "2026-11-24", "2026-11-25", "2026-11-23T08"]
    fill(
        records,
        {
            f"{number * 7 % 20:02}": agenda(
                starts[number % 6],
                open=number % 4 != 0,
                number=number % 5 - 2,
                place={"room": ["Sabha", "Pendopo"][number % 2], "floor": number % 3},
                readers=[f"org:{number % 3}", f"pos:{number}", *["public"] * (number % 5 == 0)],
            )
            for number in range(20)
        },
    )
    return records


def test_results_are_ordered_by_the_order_field_then_by_key(records: Records) -> None:
    fill(records, {"b": agenda("2"), "c": agenda("1"), "a": agenda("2"), "d": agenda("10")})
    assert keys(records.query(Query(AGENDAS, BY_START))) == ["c", "d", "a", "b"]


def test_descending_turns_both_orders(records: Records) -> None:
    starts = {"b": "2", "c": "1", "a": "2", "d": "10"}
    fill(records, {key: agenda(start, place={"floor": 1}) for key, start in starts.items()})
    assert keys(records.query(Query(AGENDAS, BY_START_BACK))) == ["b", "a", "d", "c"]
    assert keys(records.query(Query(AGENDAS, BY_FLOOR_BACK, (1,)))) == ["d", "c", "b", "a"]


def test_texts_are_ordered_by_their_utf_8_bytes_and_numbers_by_size(records: Records) -> None:
    texts = ["", "A", "Z", "a", "z", "~", "é", "ꦩ", "\ufffd", "🏛"]
    assert texts == sorted(texts, key=lambda text: text.encode())
    fill(records, {f"k{text}": agenda(text, number=number) for number, text in enumerate(texts, start=-4)})
    assert keys(records.query(Query(AGENDAS, BY_START))) == [f"k{text}" for text in texts]
    assert keys(records.query(Query(AGENDAS, BY_KEY))) == sorted((f"k{text}" for text in texts), key=str.encode)
    assert keys(records.query(Query(AGENDAS, BY_NUMBER))) == [f"k{text}" for text in texts]


LISTS = {
    "by key": Query(AGENDAS, BY_KEY),
    "by key, back": Query(AGENDAS, BY_FLOOR_BACK, (1,)),
    "by text": Query(AGENDAS, BY_START),
    "by text, back": Query(AGENDAS, BY_START_BACK),
    "by number": Query(AGENDAS, BY_NUMBER),
    "a range": Query(AGENDAS, BY_START, low="2026-11-23T08", high="2026-11-26"),
    "a range, back": Query(AGENDAS, BY_START_BACK, low="2026-11-23T08", high="2026-11-26"),
    "two equalities": Query(AGENDAS, BY_ROOM, ("Pendopo", True)),
    "tokens and an equality, back": Query(AGENDAS, FOR_READER, (True,), ("org:1", "public")),
    "tokens by key": Query(AGENDAS, FOR_READER_BY_KEY, tokens=("org:1", "public")),
}


@pytest.mark.parametrize("limit", [1, 3, 20])
@pytest.mark.parametrize("query", LISTS.values(), ids=LISTS.keys())
def test_pages_through_cursors_are_the_whole_list(week: Records, query: Query, limit: int) -> None:
    whole = week.query(replace(query, limit=100))
    assert pages(week, replace(query, limit=limit)) == whole
    assert week.count(query, 100) == len(whole) > 3


def test_a_cursor_goes_on_even_when_its_document_is_gone(week: Records) -> None:
    whole = week.query(Query(AGENDAS, BY_START, limit=100))
    last = whole[6]
    week.transact(lambda transaction: transaction.delete(AGENDAS, last.key))
    after = position(last, BY_START)
    assert week.query(Query(AGENDAS, BY_START, after=after, limit=100)) == whole[7:]


def test_every_equality_must_hold(records: Records) -> None:
    fill(
        records,
        {
            "match": agenda("1", place={"room": "Sabha"}),
            "other room": agenda("1", place={"room": "sabha"}),
            "closed": agenda("1", open=False, place={"room": "Sabha"}),
            "text": agenda("1", open="true", place={"room": "Sabha"}),
            "flat": agenda("1", place="Sabha"),
            "lacking": agenda("1"),
        },
    )
    assert keys(records.query(Query(AGENDAS, BY_ROOM, ("Sabha", True)))) == ["match"]
    assert keys(records.query(Query(AGENDAS, BY_ROOM, ("Sabha", False)))) == ["closed"]


def test_equality_compares_numbers_as_numbers(records: Records) -> None:
    fill(records, {str(floor): agenda("1", place={"floor": floor}) for floor in (-1, 0, 1, 10)})
    assert keys(records.query(Query(AGENDAS, BY_FLOOR, (1,)))) == ["1"]
    assert keys(records.query(Query(AGENDAS, BY_FLOOR, (0,)))) == ["0"]


def test_a_range_takes_its_low_end_and_leaves_its_high_end(records: Records) -> None:
    fill(records, {start: agenda(start) for start in ("1", "2", "3", "4")})
    assert keys(records.query(Query(AGENDAS, BY_START, low="2", high="4"))) == ["2", "3"]
    assert keys(records.query(Query(AGENDAS, BY_START, low="3"))) == ["3", "4"]
    assert keys(records.query(Query(AGENDAS, BY_START, high="3"))) == ["1", "2"]
    assert keys(records.query(Query(AGENDAS, BY_START_BACK, low="2", high="4"))) == ["3", "2"]
    assert keys(records.query(Query(AGENDAS, BY_START, low="4", high="2"))) == []
    assert records.count(Query(AGENDAS, BY_START, low="2", high="4"), 10) == 2


@pytest.mark.parametrize("shape", [BY_START, BY_START_BACK])
def test_a_document_without_the_order_field_is_not_in_the_list(records: Records, shape: Shape) -> None:
    fill(records, {"there": agenda("1"), "null": agenda(None), "lacking": {"value": {}}, "other": {"value": "text"}})
    assert keys(records.query(Query(AGENDAS, shape))) == ["there"]
    assert keys(records.query(Query(AGENDAS, shape, high="2"))) == ["there"]
    assert records.count(Query(AGENDAS, shape), 10) == 1
    assert records.count(Query(AGENDAS, BY_KEY), 10) == 4


def test_any_of_the_tokens_is_enough_and_each_document_comes_once(records: Records) -> None:
    fill(
        records,
        {
            "both": agenda("1", readers=["org:a", "org:b"]),
            "one": agenda("2", readers=["org:b", "org:b"]),
            "none": agenda("3", readers=["org:c"]),
            "empty": agenda("4", readers=[]),
            "part": agenda("5", readers=["org:ab"]),
            "no list": {"readers": "org:a", "value": {"starts_at": "6", "open": True}},
            "lacking": {"value": {"starts_at": "7", "open": True}},
        },
    )
    query = Query(AGENDAS, FOR_READER, (True,), ("org:a", "org:b"))
    assert keys(records.query(query)) == ["one", "both"]
    assert records.count(query, 10) == 2
    assert keys(records.query(replace(query, tokens=("org:a",)))) == ["both"]
    assert keys(records.query(replace(query, tokens=("org:x",)))) == []


def test_thirty_tokens_can_be_asked_for(records: Records) -> None:
    fill(records, {"there": agenda("1", readers=["org:29"])})
    tokens = tuple(f"org:{number}" for number in range(MAX_TOKENS))
    assert keys(records.query(Query(AGENDAS, FOR_READER_BY_KEY, tokens=tokens))) == ["there"]


def test_a_list_follows_what_is_changed_and_deleted(records: Records) -> None:
    fill(records, {"moved": agenda("1", readers=["org:a"]), "deleted": agenda("2", readers=["org:a"])})

    def change(transaction: Transaction) -> None:
        transaction.put(AGENDAS, "moved", agenda("9", readers=["org:b"]))
        transaction.delete(AGENDAS, "deleted")

    records.transact(change)
    assert records.query(Query(AGENDAS, FOR_READER_BY_KEY, tokens=("org:a",))) == []
    assert keys(records.query(Query(AGENDAS, FOR_READER_BY_KEY, tokens=("org:b",)))) == ["moved"]
    assert keys(records.query(Query(AGENDAS, BY_START, low="2"))) == ["moved"]
    assert keys(records.query(Query(AGENDAS, BY_START, high="2"))) == []


def test_the_limit_bounds_a_list_but_not_a_count(week: Records) -> None:
    assert len(week.query(Query(AGENDAS, BY_KEY, limit=7))) == 7
    assert week.count(Query(AGENDAS, BY_KEY, limit=7), 100) == 20
    assert week.count(Query(AGENDAS, BY_KEY, after=Position(None, "10")), 100) == 20


@pytest.mark.parametrize(("up_to", "counted"), [(1, 1), (19, 19), (20, 20), (1000, 20)])
def test_a_count_stops_where_it_is_told(week: Records, up_to: int, counted: int) -> None:
    assert week.count(Query(AGENDAS, BY_START), up_to) == counted
    assert week.transact(lambda transaction: transaction.count(Query(AGENDAS, BY_START), up_to)) == counted


def test_a_work_asks_the_same_questions(week: Records) -> None:
    query = Query(AGENDAS, FOR_READER, (True,), ("org:1", "public"), limit=4)
    assert week.transact(lambda transaction: transaction.query(query)) == week.query(query)


def test_every_collection_may_be_walked_through_by_key(records: Records) -> None:
    fill(records, {"b": agenda("1"), "a": agenda("2"), "c": agenda(None)})
    assert keys(records.query(Query(Collection("agendas"), BY_KEY, limit=2))) == ["a", "b"]


UNDECLARED = {
    "a shape that was not declared": Query(AGENDAS, Shape(order="value.ends_at")),
    "another direction of a declared shape": Query(AGENDAS, Shape(order="value.number", descending=True)),
    "a shape of another collection": Query(Collection("invitations"), BY_START),
    "too few values": Query(AGENDAS, BY_ROOM, ("Sabha",)),
    "too many values": Query(AGENDAS, BY_FLOOR, (1, 2)),
    "no tokens": Query(AGENDAS, FOR_READER_BY_KEY),
    "tokens that the shape does not know": Query(AGENDAS, BY_KEY, tokens=("public",)),
    "too many tokens": Query(AGENDAS, FOR_READER_BY_KEY, tokens=tuple(map(str, range(MAX_TOKENS + 1)))),
    "a range without an order": Query(AGENDAS, BY_KEY, low="a"),
}


@pytest.mark.parametrize("query", UNDECLARED.values(), ids=UNDECLARED.keys())
def test_a_question_that_was_not_declared_is_refused_everywhere(records: Records, query: Query) -> None:
    with pytest.raises(UndeclaredQuery):
        records.query(query)
    with pytest.raises(UndeclaredQuery):
        records.count(query, 10)
    with pytest.raises(UndeclaredQuery):
        records.transact(lambda transaction: transaction.query(query))
    with pytest.raises(UndeclaredQuery):
        records.transact(lambda transaction: transaction.count(query, 10))
