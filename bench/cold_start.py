"""From the start of a process to its first answer: one scan, token checked, against a target that does nothing.

All run under functions-framework with one worker, as on Cloud Run. What is read from the disk is warm, and so is the
Firestore emulator, but every process connects to it anew.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.hall import Hall
from bench.load import Client, post
from bench.measure import goal, grid, report, rotated, with_spread
from bench.servers import framework, free_port, running
from infra.emulators.services import running_firestore, sdk_folder
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from tests.emulators import new_project

REPETITIONS = 16
WARM_UP = 2
TARGET = "eagenda_record_attendance"
OURS = "record_attendance"


@dataclass(frozen=True)
class Start:
    """A target that is started, asked once and ended."""

    source: str
    target: str
    request: Callable[[], str] = lambda: post("/", {})
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self) -> float:
        """Return the milliseconds from the start of the process to its answer."""
        port, request = free_port(), self.request()
        began = time.perf_counter()
        with running(framework(port, self.source, self.target), port, {"WORKERS": "1", **self.environment}):
            with closing(Client(port)) as client:
                status = client.exchange(request)
            milliseconds = 1000 * (time.perf_counter() - began)
        if status != HTTPStatus.OK:
            raise AssertionError(f"{self.target} answered with {status}")
        return milliseconds


def embedded() -> None:
    """Start on the records of a folder."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        hall = Hall(SqliteRecords(data / "records.db"), data, WARM_UP + REPETITIONS)
        ours = Start("main.py", TARGET, lambda: hall.scans(1)[0], {"TROWULAN_DATA": folder})
        _compare("embedded", {OURS: ours, "empty target (floor)": Start("bench/empty.py", "answer")}, at_most=1.6)
        hall.records.close()


def google() -> None:
    """Start on Firestore."""
    with tempfile.TemporaryDirectory() as folder, running_firestore(Path(folder, "emulator.log")) as address:
        data, project = Path(folder), new_project()
        hall = Hall(FirestoreRecords(project, emulator=address), data, WARM_UP + REPETITIONS)
        settings = {
            "TROWULAN_MODE": "google",
            "TROWULAN_PUBLIC_URL": "https://trowulan.example",
            "TROWULAN_KEYS": " ".join(signing_keys(data / "keys")),
            "TROWULAN_BUCKET": "not-used",
            "TROWULAN_CALLERS": "nobody@demo.iam.gserviceaccount.com",
            "GOOGLE_CLOUD_PROJECT": project,
            "FIRESTORE_EMULATOR_HOST": address,
        }
        ours = Start("main.py", TARGET, lambda: hall.scans(1)[0], settings)
        floor = Start("bench/empty_with_firestore.py", "answer")
        _compare("google", {OURS: ours, "empty target with google-cloud-firestore (floor)": floor}, at_most=1.25)
        hall.records.close()


def main() -> None:
    """Measure both modes."""
    embedded()
    if sdk_folder() is None:
        print("not run: google (no Google Cloud SDK folder)")
    else:
        google()


def _compare(mode: str, starts: dict[str, Start], at_most: float) -> None:
    for start in starts.values():
        for _ in range(WARM_UP):
            start()
    times = rotated(starts, REPETITIONS)
    ours, floor = times.values()
    ratios = [mine / its for mine, its in zip(ours, floor, strict=True)]
    report(
        "cold_start",
        mode,
        grid(["candidate", "ms to the first answer"], ([name, with_spread(each)] for name, each in times.items())),
        goal(f"{with_spread(ratios, 2)} times the floor, at most {at_most}", reached=median(ratios) <= at_most),
    )


if __name__ == "__main__":
    main()
