"""What a record store promises about transactions, sentence by sentence, on every store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from shared.ports.records import (
    AlreadyExists,
    Query,
    ReadAfterWrite,
    Records,
    SeriesMisused,
    Transaction,
)
from tests.contracts.records import AGENDAS, BY_KEY, INVITATIONS, everything, put


class ChangedMyMind(Exception):
    """Raised by works that end without a result."""


# Transactions


def test_all_writes_of_a_work_happen_and_its_value_is_returned(records: Records) -> None:
    put(records, "old", {})

    def work(transaction: Transaction) -> str:
        transaction.create(AGENDAS, "created", {"n": 1})
        transaction.put(INVITATIONS, "put", {"n": 2})
        transaction.delete(AGENDAS, "old")
        return "done"

    assert records.transact(work) == "done"
    assert everything(records, AGENDAS) == {"created": {"n": 1}}
    assert everything(records, INVITATIONS) == {"put": {"n": 2}}


def test_a_work_that_raises_leaves_nothing_and_its_exception_reaches_the_caller(records: Records) -> None:
    put(records, "old", {"n": 1})

    def work(transaction: Transaction) -> None:
        transaction.get(AGENDAS, "old")
        transaction.create(AGENDAS, "created", {})
        transaction.put(AGENDAS, "old", {"n": 2})
        transaction.delete(AGENDAS, "old")
        raise ChangedMyMind

    with pytest.raises(ChangedMyMind):
        records.transact(work)
    assert everything(records) == {"old": {"n": 1}}


def test_put_replaces_the_whole_document(records: Records) -> None:
    put(records, "rapat", {"title": "Rapat", "place": {"room": "Sabha", "floor": 2}})
    put(records, "rapat", {"place": {"room": "Sabha"}})
    assert records.get(AGENDAS, "rapat") == {"place": {"room": "Sabha"}}


@pytest.mark.parametrize("before", ["unseen", "got"])
@pytest.mark.parametrize("kind", ["transaction", "series"])
def test_put_replaces_and_delete_removes_in_every_kind_of_transaction(records: Records, kind: str, before: str) -> None:
    put(records, "kept", {"title": "Rapat", "place": "Sabha"})
    put(records, "removed", {"title": "Rapat"})

    def work(transaction: Transaction) -> None:
        if before == "got":
            assert transaction.get(AGENDAS, "kept") == {"title": "Rapat", "place": "Sabha"}
            assert transaction.get(AGENDAS, "removed") == {"title": "Rapat"}
        transaction.put(AGENDAS, "kept", {"title": "Upacara"})
        transaction.delete(AGENDAS, "removed")

    records.transact(work, series=kind == "series")
    assert everything(records) == {"kept": {"title": "Upacara"}}


def test_deleting_what_is_not_there_is_no_error(records: Records) -> None:
    records.transact(lambda transaction: transaction.delete(AGENDAS, "rapat"))
    assert everything(records) == {}


@pytest.mark.parametrize("before", ["unseen", "got"])
@pytest.mark.parametrize("kind", ["transaction", "series"])
def test_creating_a_taken_key_ends_the_transaction(records: Records, kind: str, before: str) -> None:
    put(records, "rapat", {"title": "first"})

    def work(transaction: Transaction) -> None:
        if before == "got":
            transaction.get(AGENDAS, "rapat")
        transaction.put(AGENDAS, "beside", {})
        transaction.create(AGENDAS, "rapat", {"title": "second"})

    with pytest.raises(AlreadyExists):
        records.transact(work, series=kind == "series")
    assert everything(records) == {"rapat": {"title": "first"}}


Steps = list[tuple[str, int]]  # verb, number to write


@pytest.mark.parametrize("before", ["absent", "present"])
@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ([("put", 1), ("put", 2)], {"n": 2}),
        ([("put", 1), ("delete", 0)], None),
        ([("delete", 0), ("create", 1)], {"n": 1}),
        ([("delete", 0), ("create", 1), ("put", 2), ("delete", 0), ("create", 3)], {"n": 3}),
    ],
    ids=lambda case: "-".join(verb for verb, _ in case) if isinstance(case, list) else "",
)
def test_of_several_writes_to_one_document_the_last_one_stays(
    records: Records, steps: Steps, left: dict[str, int] | None, before: str
) -> None:
    if before == "present":
        put(records, "rapat", {"n": 0})
    records.transact(lambda transaction: write_all(transaction, steps))
    assert records.get(AGENDAS, "rapat") == left


@pytest.mark.parametrize("steps", [[("create", 1), ("create", 2)], [("put", 1), ("create", 2)]])
def test_a_key_is_taken_by_an_earlier_write_of_the_same_work(records: Records, steps: Steps) -> None:
    with pytest.raises(AlreadyExists):
        records.transact(lambda transaction: write_all(transaction, steps))
    assert everything(records) == {}


def test_a_key_must_be_free_even_if_the_work_deletes_it_again(records: Records) -> None:
    put(records, "rapat", {"n": 0})
    with pytest.raises(AlreadyExists):
        records.transact(lambda transaction: write_all(transaction, [("create", 1), ("delete", 0)]))
    assert records.get(AGENDAS, "rapat") == {"n": 0}


def write_all(transaction: Transaction, steps: Steps) -> None:
    for verb, number in steps:
        if verb == "delete":
            transaction.delete(AGENDAS, "rapat")
        elif verb == "put":
            transaction.put(AGENDAS, "rapat", {"n": number})
        else:
            transaction.create(AGENDAS, "rapat", {"n": number})


@pytest.mark.parametrize(
    "read",
    [
        lambda transaction: transaction.get(AGENDAS, "other"),
        lambda transaction: transaction.query(Query(AGENDAS, BY_KEY)),
        lambda transaction: transaction.count(Query(AGENDAS, BY_KEY), 10),
    ],
    ids=["get", "query", "count"],
)
def test_a_read_after_a_write_is_refused(records: Records, read: Callable[[Transaction], object]) -> None:
    def work(transaction: Transaction) -> None:
        transaction.put(AGENDAS, "rapat", {})
        read(transaction)

    with pytest.raises(ReadAfterWrite):
        records.transact(work)
    assert everything(records) == {}


def test_a_work_may_only_read(records: Records) -> None:
    put(records, "rapat", {"n": 1})

    def work(transaction: Transaction) -> tuple[object, int, int]:
        found = transaction.query(Query(AGENDAS, BY_KEY))
        return transaction.get(AGENDAS, "rapat"), len(found), transaction.count(Query(AGENDAS, BY_KEY), 10)

    assert records.transact(work) == ({"n": 1}, 1, 1)


def test_saying_what_will_be_got_changes_no_answer(records: Records) -> None:
    put(records, "rapat", {"tempat": "Pendopo"})

    def work(transaction: Transaction) -> list[Any]:
        transaction.expect([(AGENDAS, "rapat"), (AGENDAS, "apel"), (INVITATIONS, "rapat"), (INVITATIONS, "a/b")])
        expected = [transaction.get(AGENDAS, "rapat"), transaction.get(AGENDAS, "apel")]
        others = [transaction.get(INVITATIONS, key) for key in ("rapat", "a/b", "lain")]
        transaction.create(AGENDAS, "apel", {"tempat": "Alun-alun"})
        return [*expected, *others]

    assert records.transact(work) == [{"tempat": "Pendopo"}, None, None, None, None]
    assert everything(records) == {"rapat": {"tempat": "Pendopo"}, "apel": {"tempat": "Alun-alun"}}


def test_a_series_may_say_what_it_will_get_too(records: Records) -> None:
    put(records, "nomor", {"terakhir": 7})

    def work(transaction: Transaction) -> None:
        transaction.expect([(AGENDAS, "nomor")])
        found = transaction.get(AGENDAS, "nomor")
        assert found is not None
        transaction.put(AGENDAS, "nomor", {"terakhir": found["terakhir"] + 1})

    records.transact(work, series=True)
    assert everything(records) == {"nomor": {"terakhir": 8}}


def test_a_work_may_look_past_its_transaction_at_what_is_committed(records: Records) -> None:
    put(records, "rapat", {"n": 1})

    def work(transaction: Transaction) -> tuple[object, object]:
        transaction.get(AGENDAS, "rapat")
        transaction.put(AGENDAS, "rapat", {"n": 2})
        return records.get(AGENDAS, "rapat"), records.query(Query(INVITATIONS, BY_KEY))

    assert records.transact(work) == ({"n": 1}, [])


def test_a_closed_store_may_be_opened_again(records: Records) -> None:
    put(records, "rapat", {"n": 1})
    records.close()
    assert records.get(AGENDAS, "rapat") == {"n": 1}
    put(records, "rapat", {"n": 2})
    assert records.get(AGENDAS, "rapat") == {"n": 2}


# Series


def test_a_series_work_must_write_each_document_that_it_got(records: Records) -> None:
    put(records, "rapat", {"n": 1})

    def work(transaction: Transaction) -> None:
        transaction.get(AGENDAS, "rapat")
        transaction.get(AGENDAS, "counter")
        transaction.put(AGENDAS, "counter", {})

    with pytest.raises(SeriesMisused):
        records.transact(work, series=True)
    assert everything(records) == {"rapat": {"n": 1}}


def test_a_series_work_that_finds_all_done_writes_nothing(records: Records) -> None:
    put(records, "rapat", {"n": 1})
    assert records.transact(lambda transaction: transaction.get(AGENDAS, "rapat"), series=True) == {"n": 1}


@pytest.mark.parametrize(
    "ask",
    [
        lambda transaction: transaction.query(Query(AGENDAS, BY_KEY)),
        lambda transaction: transaction.count(Query(AGENDAS, BY_KEY), 10),
    ],
    ids=["query", "count"],
)
def test_a_series_work_asks_no_query_for_nothing_would_guard_it(
    records: Records, ask: Callable[[Transaction], object]
) -> None:
    with pytest.raises(SeriesMisused):
        records.transact(ask, series=True)
