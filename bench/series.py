"""Numbers of one series: how many a second, and none missing or given twice. Run: python -m bench.series.

SQLite: 64 threads in two processes, against the plain way (BEGIN IMMEDIATE for each number), on this disk and on one
whose every commit takes 5 ms more. Firestore: the emulator, against commits of as many documents that nobody disputes.
"""

from __future__ import annotations

import json
import multiprocessing
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain, count, cycle
from pathlib import Path
from typing import Any, ClassVar

from bench.measure import Sample, goal, ratio, report, rotated, table
from infra.emulators.services import running_firestore, sdk_folder
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.ports.records import Collection, Records, Transaction
from tests.emulators import new_project

COUNTERS = Collection("counters")
NUMBERS = Collection("numbers")

PROCESSES = 2
THREADS = 32  # in each process
SLOW_DISK_SECONDS = 0.005

Take = Callable[[], int]
Taken = tuple[int, float, float]  # the number, when it was asked for, when it was given


# Ways to take a number


def from_records(records: Records) -> Take:
    """Take numbers as an operation does."""

    def work(transaction: Transaction) -> int:
        number = int((transaction.get(COUNTERS, "letters") or {"last": 0})["last"]) + 1
        transaction.put(COUNTERS, "letters", {"last": number})
        transaction.create(NUMBERS, f"{number:06}", {"taken": True})
        return number

    return lambda: records.transact(work, series=True)


def from_sqlite_records(path: Path) -> Take:
    """Take numbers from the embedded store."""
    return from_records(SqliteRecords(path))


def from_plain_sqlite(path: Path) -> Take:
    """Take numbers with a transaction for each and nothing else: the floor."""
    connections = threading.local()

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, timeout=120)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS counters (key TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID")
        connection.execute("CREATE TABLE IF NOT EXISTS numbers (key TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID")
        return connection

    connect().close()

    def take() -> int:
        if not hasattr(connections, "mine"):
            connections.mine = connect()
        connection: sqlite3.Connection = connections.mine
        connection.execute("BEGIN IMMEDIATE")
        row = connection.execute("SELECT body FROM counters WHERE key = 'letters'").fetchone()
        number = int(json.loads(row[0])["last"] if row else 0) + 1
        connection.execute("REPLACE INTO counters VALUES ('letters', ?)", (json.dumps({"last": number}),))
        connection.execute("INSERT INTO numbers VALUES (?, ?)", (f"{number:06}", json.dumps({"taken": True})))
        connection.execute("COMMIT")
        return number

    return take


def undisputed(records: Records) -> Take:
    """Write as many documents as a number does, each caller its own: what the emulator can do at all."""
    numbers = count(1)

    def take() -> int:
        number = next(numbers)

        def work(transaction: Transaction) -> None:
            transaction.create(COUNTERS, f"{number:06}", {"last": number})
            transaction.create(NUMBERS, f"{number:06}", {"taken": True})

        records.transact(work)
        return number

    return take


# Many who take at once


def take_in_threads(take: Take, threads: int, numbers: int) -> list[Taken]:
    """Take so many numbers by so many threads that begin together."""
    left = iter(range(numbers))
    begin = threading.Barrier(threads)

    def taker() -> list[Taken]:
        begin.wait()
        taken = []
        for _ in left:
            asked = time.monotonic()
            number = take()
            taken.append((number, asked, time.monotonic()))
        return taken

    with ThreadPoolExecutor(threads) as pool:
        futures = [pool.submit(taker) for _ in range(threads)]
    return list(chain.from_iterable(future.result() for future in futures))


class SlowDisk(sqlite3.Connection):
    """A connection to a disk on which making a commit durable takes longer."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:  # noqa: ANN401 -- as in the class above
        """Wait where the disk would."""
        if sql == "COMMIT":
            time.sleep(SLOW_DISK_SECONDS)
        return super().execute(sql, *parameters)


@dataclass(frozen=True)
class Takers:
    """Two processes of many threads on one file."""

    way: Callable[[Path], Take]
    numbers: int
    slow: bool = False

    def __call__(self) -> Sample:
        """Take the numbers from a file that holds the first one."""
        context = multiprocessing.get_context("spawn")
        with (
            tempfile.TemporaryDirectory() as folder,
            context.Manager() as manager,
            ProcessPoolExecutor(PROCESSES, context) as processes,
        ):
            path, begin = Path(folder, "records.db"), manager.Barrier(PROCESSES, timeout=60)
            first = self.way(path)()
            futures = [processes.submit(self.take, path, begin) for _ in range(PROCESSES)]
            taken = list(chain.from_iterable(future.result() for future in futures))
        return sample(taken, first + 1)

    def take(self, path: Path, begin: threading.Barrier) -> list[Taken]:
        """Take this process's part."""
        if self.slow:
            sqlite3.connect = partial(sqlite3.connect, factory=SlowDisk)  # type: ignore[assignment]  # a slower connection
        take = self.way(path)
        begin.wait()
        return take_in_threads(take, THREADS, self.numbers // PROCESSES)


@dataclass(frozen=True)
class OnFirestore:
    """Threads that take numbers from the emulator, by one store or by several."""

    address: str
    threads: int
    way: Callable[[Records], Take]
    stores: int = 1
    numbers: ClassVar[int] = 640

    def __call__(self) -> Sample:
        """Take the numbers in an empty project."""
        project = new_project()
        stores = [FirestoreRecords(project, emulator=self.address) for _ in range(self.stores)]
        takes = cycle([self.way(records) for records in stores])
        own = threading.local()

        def take() -> int:
            if not hasattr(own, "take"):
                own.take = next(takes)
            return int(own.take())

        taken = take_in_threads(take, self.threads, self.numbers)
        for records in stores:
            records.close()
        return sample(taken)


def sample(taken: Sequence[Taken], first: int = 1) -> Sample:
    """Sum up, and stop at once where a number is missing or was given twice."""
    numbers = sorted(number for number, _, _ in taken)
    if numbers != list(range(first, first + len(taken))):
        raise AssertionError(f"the series has gaps or doubles: {numbers}")
    seconds = max(given for _, _, given in taken) - min(asked for _, asked, _ in taken)
    return Sample.of(seconds, [given - asked for _, asked, given in taken])


# The benchmarks


def on_this_disk() -> None:
    """Two thousand numbers within a second."""
    samples = rotated(
        {
            "plain BEGIN IMMEDIATE (floor)": Takers(from_plain_sqlite, 2000),
            "SqliteRecords": Takers(from_sqlite_records, 2000),
        }
    )
    seconds = statistics.median(2000 / each.per_second for each in samples["SqliteRecords"])
    report(
        "series",
        "SQLite, 64 threads in 2 processes take 2,000 numbers of one series",
        table(samples),
        goal(f"2,000 numbers in {seconds:.2f} s, at most 1 s", reached=seconds <= 1),
    )


def on_a_slow_disk() -> None:
    """Group commit is for disks that take their time."""
    samples = rotated(
        {
            "plain BEGIN IMMEDIATE (floor)": Takers(from_plain_sqlite, 600, slow=True),
            "SqliteRecords": Takers(from_sqlite_records, 2000, slow=True),
        }
    )
    times = ratio(samples["SqliteRecords"], samples["plain BEGIN IMMEDIATE (floor)"])
    report(
        "series",
        "The same with 5 ms added to every commit",
        table(samples),
        goal(f"{times:.1f} times the plain way, at least 10 times", reached=times >= 10),
    )


def on_firestore() -> None:
    """One series on the emulator, which is not Firestore: compare with its floor."""
    with tempfile.TemporaryDirectory() as folder, running_firestore(Path(folder, "emulator.log")) as address:
        for threads, least in ((8, 200), (32, 80)):
            candidates = {
                "undisputed documents (floor)": OnFirestore(address, threads, undisputed),
                "FirestoreRecords": OnFirestore(address, threads, from_records),
                "a FirestoreRecords for each thread, as on so many machines": OnFirestore(
                    address, threads, from_records, stores=threads
                ),
            }
            for candidate in candidates.values():
                candidate()  # Java becomes fast with time
            samples = rotated(candidates)
            rate = statistics.median(each.per_second for each in samples["FirestoreRecords"])
            report(
                "series",
                f"Firestore's emulator, {threads} threads take {OnFirestore.numbers} numbers of one series",
                table(samples),
                goal(f"{rate:.0f} numbers a second, at least {least}", reached=rate >= least),
            )


def main() -> None:
    """Measure all of it."""
    on_this_disk()
    on_a_slow_disk()
    if sdk_folder() is None:
        print("not run: Firestore (no Google Cloud SDK folder)")
    else:
        on_firestore()


if __name__ == "__main__":
    main()
