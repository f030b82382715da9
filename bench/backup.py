"""A backup of 200,000 records while 8 clients scan, against the same scans without one.

Every record that the hall is filled with lies in the server's store; the backup is the one that `make backup` makes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.hall import Hall
from bench.load import Load, send
from bench.measure import REPETITIONS, Sample, goal, ratios, report, rotated, table, with_spread
from bench.servers import ROOT, embedded, free_port, running
from shared.adapters.embedded.sqlite_records import SqliteRecords

PEOPLE = 50_000  # with four records each
CLIENTS = 8
SCANS = 6000  # in each repetition: about as long as a backup takes
WARM_UP = 200
QUIET, BESIDE = "quiet", "beside a backup"


@dataclass
class Scene:
    """The served hall and the backups that were made of it."""

    data: Path
    hall: Hall
    port: int
    seconds: list[float] = field(default_factory=list)
    scanning: list[float] = field(default_factory=list)  # seconds of the scans beside each backup

    def quiet(self) -> Sample:
        """Scan."""
        return self._sample(self._scan())

    def beside(self) -> Sample:
        """Scan while a backup is made; the two take about as long as each other."""
        target = self.data.with_name("backup.tar.gz")
        command = [sys.executable, "-m", "shared.adapters.embedded.backup", "--data", str(self.data), "--to"]
        began = perf_counter()
        with subprocess.Popen([*command, str(target)], cwd=ROOT, stdout=subprocess.DEVNULL) as backup:
            load = self._scan()
            self.scanning.append(load.seconds)
        self.seconds.append(perf_counter() - began)
        if backup.returncode:
            raise AssertionError("the backup failed")
        target.unlink()
        return self._sample(load)

    def _scan(self) -> Load:
        return send(self.port, CLIENTS, self.hall.scans(SCANS))

    def _sample(self, load: Load) -> Sample:
        if {*load.statuses} != {HTTPStatus.OK}:
            raise AssertionError(f"answered with {sorted({*load.statuses})}")
        self.hall.check()
        return Sample.of(load.seconds, load.latencies)


def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "var")
        data.mkdir()
        records = SqliteRecords(data / "records.db")
        hall = Hall(records, data, PEOPLE)
        port = free_port()
        with running(embedded(port, data), port, {}):
            send(port, CLIENTS, hall.scans(WARM_UP))
            scene = Scene(data, hall, port)
            samples = rotated({QUIET: scene.quiet, BESIDE: scene.beside}, REPETITIONS)
        records.close()
    took = f"A backup took {with_spread(scene.seconds, 1)} s, the scans beside it {with_spread(scene.scanning, 1)} s."
    waits = ratios(samples[BESIDE], samples[QUIET], lambda it: it.p99)
    report(
        "backup",
        f"{4 * PEOPLE:,} records, {CLIENTS} clients",
        table(samples),
        took,
        goal("no scan failed", reached=True),
        goal(f"{with_spread(waits, 2)} of the quiet p99, at most 2.00", reached=median(waits) <= 2),
    )


if __name__ == "__main__":
    main()
