"""A scan over HTTP as `make run` serves it, against a bare handler that reads one row and writes one.

The floor is functions-framework under its gunicorn, 2 workers × 8 threads, SQLite with synchronous=FULL. Both servers
run side by side and are loaded in turn; the idle one costs next to nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.floor import FloorStore
from bench.hall import Hall
from bench.load import send
from bench.measure import REPETITIONS, Sample, goal, grid, ratios, report, rotated, table, with_spread
from bench.servers import cpu_seconds, embedded, framework, free_port, running
from shared.adapters.embedded.sqlite_records import SqliteRecords

SCANS = {1: 2000, 8: 6000, 32: 6000}  # in each repetition, by the number of clients
WARM_UP = 200
OURS, FLOOR = "record_attendance", "bare read + write (floor)"


@dataclass
class Candidate:
    """A server under so many clients."""

    port: int
    group: int
    clients: int
    scans: Callable[[int], list[str]]
    check: Callable[[], None]
    cpu: list[float] = field(default_factory=list)  # ms a request, in all processes of the server
    generator: list[float] = field(default_factory=list)  # the part of one core that the generator takes

    def warm_up(self) -> Candidate:
        """Let every thread open what it opens once."""
        send(self.port, max(SCANS), self.scans(WARM_UP))
        return self

    def __call__(self) -> Sample:
        """Load the server, and see that nothing was lost or doubled."""
        requests = self.scans(SCANS[self.clients])
        before = cpu_seconds(self.group)
        load = send(self.port, self.clients, requests)
        self.cpu.append(1000 * (cpu_seconds(self.group) - before) / len(requests))
        self.generator.append(load.cpu_seconds / load.seconds)
        if {*load.statuses} != {HTTPStatus.OK}:
            raise AssertionError(f"answered with {sorted({*load.statuses})}")
        self.check()
        return Sample.of(load.seconds, load.latencies)


@contextmanager
def candidates(clients: int) -> Iterator[dict[str, Candidate]]:
    """Run both servers on fresh folders."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "var")
        data.mkdir()
        hall = Hall(SqliteRecords(data / "records.db"), data, WARM_UP + REPETITIONS * SCANS[clients])
        floor = FloorStore(Path(folder, "floor.db"))
        port = free_port()
        with running(embedded(port, data), port, {}) as ours:
            floor_port = free_port()
            floor_settings = {"WORKERS": "2", "THREADS": "8", "FLOOR_STORE": str(floor.path)}
            bare = framework(floor_port, "bench/floor.py", "read_and_write")
            with running(bare, floor_port, floor_settings) as its:
                yield {
                    OURS: Candidate(port, ours.pid, clients, hall.scans, hall.check).warm_up(),
                    FLOOR: Candidate(floor_port, its.pid, clients, floor.scans, floor.check).warm_up(),
                }
        hall.records.close()


def main() -> None:
    """Measure with one client, with a few and with many."""
    for clients in SCANS:
        with candidates(clients) as measured:
            samples = rotated(measured)
        report("http_scan", f"{clients} clients", table(samples), _costs(measured), *_compared(clients, samples))


def _costs(measured: dict[str, Candidate]) -> str:
    rows = ([name, with_spread(it.cpu, 2), with_spread(it.generator, 2)] for name, it in measured.items())
    return grid(["candidate", "server's CPU ms a request", "generator's part of a core"], rows)


def _compared(clients: int, samples: dict[str, list[Sample]]) -> list[str]:
    rates = ratios(samples[OURS], samples[FLOOR])
    waits = ratios(samples[OURS], samples[FLOOR], lambda it: it.p99)
    longest = max(it.longest for it in samples[OURS])
    rate = f"{with_spread(rates, 2)} of the floor's requests a second"
    wait = f"{with_spread(waits, 2)} of its p99"
    if clients == 1:
        return [f"{rate}, {wait}."]
    goals = [
        goal(f"{rate}, at least 0.80", reached=median(rates) >= 0.8),
        goal(f"{wait}, at most 0.60", reached=median(waits) <= 0.6),
    ]
    if clients == max(SCANS):
        goals.append(goal(f"the longest of all took {longest:.0f} ms, at most 250 ms", reached=longest <= 250))
    return goals


if __name__ == "__main__":
    main()
