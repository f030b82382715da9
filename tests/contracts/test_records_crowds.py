"""What a record store promises when many want the same at once: real threads, on every store."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import TypeVar

import pytest

from shared.ports.records import AlreadyExists, Busy, Collection, Query, Records, Shape, Transaction

T = TypeVar("T")

BY_KEY = Shape()
COUNTERS = Collection("counters")
NUMBERS = Collection("numbers", (BY_KEY,))
AGENDAS = Collection("agendas", (BY_KEY,))
SCANS = Collection("scans", (BY_KEY,))


@pytest.fixture
def crowd(store: str) -> int:
    """Return how many want to write one document in turn; Firestore's emulator lets a loser wait two seconds."""
    return 3 if store == "firestore" else 16


def together(*deeds: Callable[[], T]) -> list[T]:
    """Do all of it at the same time, each in a thread of its own."""
    start = threading.Barrier(len(deeds))

    def begin(deed: Callable[[], T]) -> T:
        start.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(begin, deeds))


def insist(records: Records, work: Callable[[Transaction], T], *, series: bool = False) -> T:
    """Transact as a caller does that is told "busy": nothing was written, so try again."""
    while True:
        try:
            return records.transact(work, series=series)
        except Busy:
            continue


def add_one(transaction: Transaction) -> int:
    number = (transaction.get(COUNTERS, "visits") or {"n": 0})["n"] + 1
    transaction.put(COUNTERS, "visits", {"n": number})
    return int(number)


def test_increments_of_one_record_are_all_counted(records: Records, crowd: int) -> None:
    def add_five() -> list[int]:
        return [insist(records, add_one) for _ in range(5)]

    numbers = together(*[add_five] * crowd)
    assert sorted(chain.from_iterable(numbers)) == list(range(1, 5 * crowd + 1))
    assert records.get(COUNTERS, "visits") == {"n": 5 * crowd}


def test_of_many_who_create_one_key_exactly_one_wins(records: Records) -> None:
    def claim(claimant: int) -> bool:
        def work(transaction: Transaction) -> None:
            transaction.create(SCANS, "rapat:budi", {"by": claimant})
            transaction.create(SCANS, f"only with {claimant}", {})

        try:
            insist(records, work)
        except AlreadyExists:
            return False
        return True

    wins = together(*[lambda claimant=claimant: claim(claimant) for claimant in range(16)])
    assert wins.count(True) == 1
    winner = wins.index(True)
    assert records.get(SCANS, "rapat:budi") == {"by": winner}
    assert records.count(Query(SCANS, BY_KEY), 100) == 2
    assert records.get(SCANS, f"only with {winner}") == {}


def test_of_many_who_find_a_key_free_and_create_it_the_others_find_it_taken(records: Records, crowd: int) -> None:
    def scan(phone: int) -> bool:
        def work(transaction: Transaction) -> bool:
            earlier = transaction.get(SCANS, "rapat:budi")
            if earlier is None:
                transaction.create(SCANS, "rapat:budi", {"phone": phone})
            return earlier is not None

        return insist(records, work)

    already = together(*[lambda phone=phone: scan(phone) for phone in range(crowd)])
    assert already.count(False) == 1
    assert records.get(SCANS, "rapat:budi") == {"phone": already.index(False)}


def test_of_many_who_find_a_list_empty_and_add_to_it_one_does(records: Records) -> None:
    def add_if_empty(key: str) -> bool:
        def work(transaction: Transaction) -> bool:
            empty = not transaction.query(Query(SCANS, BY_KEY))
            if empty:
                transaction.create(SCANS, key, {})
            return empty

        return insist(records, work)

    added = together(lambda: add_if_empty("a"), lambda: add_if_empty("b"))
    assert added.count(True) == 1
    assert records.count(Query(SCANS, BY_KEY), 10) == 1


@pytest.mark.parametrize("processes", [1, 8])
def test_sixty_four_take_numbers_of_one_series_and_none_is_missing_or_given_twice(
    records: Records, open_store: Callable[[], Records], processes: int
) -> None:
    records.transact(lambda transaction: transaction.put(AGENDAS, "rapat", {}))  # the store is there before the crowd
    stores = [records, *(open_store() for _ in range(processes - 1))]

    def take(taker: int) -> int:
        def work(transaction: Transaction) -> int:
            number = int((transaction.get(COUNTERS, "letters") or {"last": 0})["last"]) + 1
            transaction.create(NUMBERS, f"{number:06}", {"taker": taker})
            transaction.put(COUNTERS, "letters", {"last": number})
            return number

        return insist(stores[taker % processes], work, series=True)

    numbers = together(*[lambda taker=taker: take(taker) for taker in range(64)])
    assert sorted(numbers) == list(range(1, 65))
    register = records.query(Query(NUMBERS, BY_KEY, limit=100))
    assert [(document.key, document.body["taker"]) for document in register] == [
        (f"{number:06}", numbers.index(number)) for number in range(1, 65)
    ]


def test_a_number_that_was_entered_by_hand_is_no_reason_to_try_for_ever(records: Records) -> None:
    records.transact(lambda transaction: transaction.put(NUMBERS, "000001", {"taker": "by hand"}))

    def work(transaction: Transaction) -> None:
        transaction.get(COUNTERS, "letters")
        transaction.create(NUMBERS, "000001", {})
        transaction.put(COUNTERS, "letters", {"last": 1})

    with pytest.raises(AlreadyExists):
        records.transact(work, series=True)
    assert records.get(COUNTERS, "letters") is None


@pytest.mark.parametrize("_round", range(6))
def test_no_scan_is_recorded_after_its_agenda_was_cancelled(records: Records, _round: int) -> None:
    records.transact(lambda transaction: transaction.put(AGENDAS, "rapat", {"cancelled": False}))

    def scan(phone: int) -> int:
        for number in range(30):

            def work(transaction: Transaction, number: int = number) -> bool:
                agenda = transaction.get(AGENDAS, "rapat")
                if agenda is None or agenda["cancelled"]:
                    return False
                time.sleep(0.003)  # deciding takes time, in which the agenda may be cancelled
                transaction.create(SCANS, f"{phone}-{number}", {})
                return True

            if not insist(records, work):
                return number
        return 30

    def cancel() -> int:
        time.sleep(0.03)

        def work(transaction: Transaction) -> None:
            transaction.get(AGENDAS, "rapat")
            transaction.put(AGENDAS, "rapat", {"cancelled": True})

        insist(records, work)
        return records.count(Query(SCANS, BY_KEY), 1000)

    *recorded, seen_at_cancellation = together(*[lambda phone=phone: scan(phone) for phone in range(6)], cancel)
    assert records.count(Query(SCANS, BY_KEY), 1000) == sum(recorded) == seen_at_cancellation


def test_a_document_that_was_only_read_stays_as_it_was_until_the_commit(records: Records) -> None:
    records.transact(lambda transaction: transaction.put(AGENDAS, "rapat", {"room": 1}))
    reading = threading.Event()

    def copy(transaction: Transaction) -> None:
        agenda = transaction.get(AGENDAS, "rapat")
        reading.set()
        time.sleep(0.05)  # the time in which the other would change it
        transaction.put(SCANS, "copy", agenda or {})

    def move(transaction: Transaction) -> bool:
        copied = transaction.get(SCANS, "copy") is not None
        transaction.put(AGENDAS, "rapat", {"room": 2})
        return copied

    def move_while_it_is_read() -> bool:
        reading.wait()
        return insist(records, move)

    _, copied_before = together(lambda: insist(records, copy), move_while_it_is_read)
    assert records.get(SCANS, "copy") == {"room": 1 if copied_before else 2}
