"""From a commit to its reaction, seen by another process: a meeting is cancelled, its participant has a reminder.

Also when the process that leads the relay has just been killed; and what the readiness costs: the CPU of a server that
nobody calls.
"""

from __future__ import annotations

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.hall import Hall
from bench.load import Client
from bench.measure import REPETITIONS, Sample, goal, report, rotated, table, with_spread
from bench.servers import cpu_seconds, embedded, free_port, running
from functions.eagenda.reminders import REMINDERS
from shared.adapters.embedded.sqlite_records import SqliteRecords

CANCELLATIONS = 100  # in each repetition
WARM_UP = 5
SPARE = 100  # for those that a killed process cuts off
IDLE_SECONDS = 10.0
_PAUSE = 0.03  # between two cancellations: the relay has gone back to waiting
_UNTIL_REPLACED = 8.0  # a worker that fails within seconds of its start ends the server
_LOST_AFTER = 10.0
CANCELLED = "cancelled, then reminded"


def main() -> None:
    """Measure the way to the reminder, then idleness, on one server."""
    with tempfile.TemporaryDirectory() as folder:
        data, port, meetings = Path(folder), free_port(), WARM_UP + REPETITIONS * CANCELLATIONS + SPARE
        hall = Hall(SqliteRecords(data / "records.db"), data, people=meetings, meetings=meetings)
        with running(embedded(port, data), port, {}) as server, closing(Client(port)) as client:
            cancellations = hall.cancellations()
            cancel(client, hall, cancellations, WARM_UP)
            samples = rotated({CANCELLED: lambda: cancel(client, hall, cancellations, CANCELLATIONS)})
            idle = [_idle_percent(server.pid) for _ in range(REPETITIONS)]
            bereft = [_after_a_kill(port, data, hall, cancellations) for _ in range(REPETITIONS)]
        hall.records.close()
    p99 = [it.p99 for it in samples[CANCELLED]]
    report(
        "reaction",
        "From sending a cancellation to its reminder, seen by another process that polls the store",
        table(samples),
        goal(f"p99 {with_spread(p99)} ms, at most 250 ms", reached=median(p99) <= 250),
        f"Sent right after the leader was killed: {with_spread(bereft)} ms.",
        goal(f"idle CPU {with_spread(idle, 2)} %, at most 1 %", reached=median(idle) <= 1),
    )


def cancel(client: Client, hall: Hall, cancellations: Iterator[tuple[str, str]], count: int) -> Sample:
    """Cancel so many meetings one after the other; the time runs from before the request, so before the commit."""
    latencies = []
    for _ in range(count):
        request, reminder = next(cancellations)
        began = time.monotonic()
        status = client.exchange(request)
        if status != HTTPStatus.OK:
            raise AssertionError(f"a cancellation was answered with {status}")
        while hall.records.get(REMINDERS.stored, reminder) is None:
            if time.monotonic() - began > _LOST_AFTER:
                raise AssertionError(f"no reminder {reminder}")
            time.sleep(0.001)
        latencies.append(time.monotonic() - began)
        time.sleep(_PAUSE)
    return Sample.of(sum(latencies), latencies)


def _after_a_kill(port: int, data: Path, hall: Hall, cancellations: Iterator[tuple[str, str]]) -> float:
    """Kill the leading worker and return how many milliseconds later the next cancellation is reminded of."""
    began = time.monotonic()
    os.kill(_leader(data), signal.SIGKILL)
    while True:
        # What reached the dying process is cut off; a phone sends it again.
        with suppress(ConnectionError), closing(Client(port)) as client:
            cancel(client, hall, cancellations, 1)
            break
    waited = 1000 * (time.monotonic() - began)
    time.sleep(_UNTIL_REPLACED)
    return waited


def _leader(data: Path) -> int:
    """Return the process that holds the lock of the leader's file."""
    inode = str((data / "leader").stat().st_ino)
    locks = (line.split() for line in Path("/proc/locks").read_text().splitlines() if "->" not in line)
    return next(int(fields[4]) for fields in locks if fields[5].rpartition(":")[2] == inode)


def _idle_percent(group: int) -> float:
    before = cpu_seconds(group)
    time.sleep(IDLE_SECONDS)
    return 100 * (cpu_seconds(group) - before) / IDLE_SECONDS


if __name__ == "__main__":
    main()
