"""What only a store behind a network can do: not answer, and be held up by others."""

from __future__ import annotations

import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.adapters.google.firestore_records import FirestoreRecords
from shared.ports.records import Busy, Collection, Transaction
from tests.emulators import new_project

AGENDAS = Collection("agendas")
NOBODY_THERE = "127.0.0.1:1"
WRITERS = 8
SECONDS_TO_BE_TOLD = 30.0


def test_nothing_is_opened_before_the_first_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody_comes:
        nobody_comes.settimeout(0)
        FirestoreRecords(new_project(), emulator=f"127.0.0.1:{nobody_comes.getsockname()[1]}").close()
        with pytest.raises(BlockingIOError):
            nobody_comes.accept()


@pytest.mark.slow
def test_a_service_that_does_not_answer_is_busy_after_eight_seconds() -> None:
    records = FirestoreRecords(new_project(), emulator=NOBODY_THERE)
    with pytest.raises(Busy):
        records.get(AGENDAS, "rapat")
    records.close()


@pytest.mark.slow
@pytest.mark.emulator
def test_who_is_held_up_too_long_is_told_busy_and_wrote_nothing(firestore_emulator: str) -> None:
    records = FirestoreRecords(new_project(), emulator=firestore_emulator)
    reading, let_go = threading.Event(), threading.Event()

    def hold(transaction: Transaction) -> None:
        transaction.get(AGENDAS, "rapat")
        reading.set()
        let_go.wait()

    def write(transaction: Transaction) -> None:
        transaction.put(AGENDAS, "rapat", {})
        transaction.put(AGENDAS, "beside", {})

    with ThreadPoolExecutor(1 + WRITERS) as others:
        holding = others.submit(records.transact, hold)
        reading.wait()
        began = time.monotonic()
        writing = [others.submit(records.transact, write) for _ in range(WRITERS)]
        try:
            for told in writing:
                with pytest.raises(Busy):
                    told.result()
            # Eight seconds of patience and a last attempt: they don't wait for each other's patience too.
            assert time.monotonic() - began < SECONDS_TO_BE_TOLD
        finally:
            let_go.set()
        holding.result()
    assert records.get(AGENDAS, "rapat") is None
    assert records.get(AGENDAS, "beside") is None
    records.close()
