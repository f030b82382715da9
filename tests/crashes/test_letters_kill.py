"""kill -9 while letters are registered: each agenda number stands once, and none is missing."""

from __future__ import annotations

import random
import secrets
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from functions.eoffice.domain.letter_scan import LetterScan, LetterScanState
from functions.eoffice.letter_scans import LETTER_SCANS
from functions.eoffice.surat_masuk import SURAT_MASUK
from shared.permissions import Permission
from shared.register import SERIES
from shared.rules.calendar import wib_date
from shared.rules.files import FileKind
from shared.tasks.task import TASKS, TaskKind, task_id
from tests.crashes.evidence import Evidence
from tests.server import Caller, Server

if TYPE_CHECKING:
    from pathlib import Path

    from shared.actor import Actor

LETTERS = 160
CLERKS = 4
KILLS = 6
SECONDS = 90.0


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_letters_that_are_registered_through_kills_have_each_number_once(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path / "var")
    with Server(tmp_path / "var") as server:
        clerk = next(it for it in server.people() if Permission.REGISTER_LETTERS in it.permissions)
        scans = [_scan(clerk, number) for number in range(LETTERS)]
        server.given(LETTER_SCANS, *scans)
        over = threading.Event()
        with ThreadPoolExecutor(CLERKS + 1) as threads:
            killing = threads.submit(_kill, server, over)
            numbers = list(threads.map(lambda scan: _register(server, clerk, scan), scans))
            over.set()
            assert killing.result() > 0
        evidence.wait_until_quiet()
        assert server.stop() == 0

    assert evidence.integrity() == "ok"
    letters = [it.value for it in evidence.all(SURAT_MASUK)]
    assert sorted(it.serial for it in letters) == list(range(1, LETTERS + 1))
    assert sorted(numbers) == sorted(it.nomor_agenda for it in letters)
    assert {it.value.last for it in evidence.all(SERIES) if it.key.startswith("surat-masuk:")} == {LETTERS}
    assert {it.version for it in evidence.all(SURAT_MASUK)} == {1}
    waiting = {it.key for it in evidence.all(TASKS) if it.value.kind is TaskKind.SURAT_MASUK}
    assert waiting == {task_id(TaskKind.SURAT_MASUK, it.id) for it in letters}


def _scan(clerk: Actor, number: int) -> LetterScan:
    return LetterScan(
        f"scan-{number}",
        clerk.organisation_id,
        "surat.pdf",
        FileKind.PDF,
        10,
        "0" * 64,
        datetime.now(UTC),
        clerk.name,
        LetterScanState.READY,
        1,
    )


def _register(server: Server, clerk: Actor, scan: LetterScan) -> str:
    """Register a scan, under one key however often the server dies; return its agenda number."""
    today = str(wib_date(datetime.now(UTC)))
    says = {"sender": "Dinas Kesehatan", "number": scan.id, "dated_on": today, "received_on": today, "hal": scan.id}
    key, deadline = secrets.token_hex(8), time.monotonic() + SECONDS
    while True:
        assert time.monotonic() < deadline, f"{scan.id} was never registered"
        try:
            with Caller(server) as caller:
                token = server.token(clerk.id)
                post = caller.get("eoffice-list-addressees", token).body["items"][0]["position_id"]
                body = {"scan_id": scan.id, "says": says, "addressee_id": post}
                answer = caller.post("eoffice-register-surat-masuk", body, token, key)
        except (OSError, AssertionError, KeyError):
            time.sleep(0.05)
            continue
        if answer.status == 200:
            return str(answer.body["nomor_agenda"])
        time.sleep(0.05)


def _kill(server: Server, over: threading.Event) -> int:
    """Kill the server again and again until all is registered; return how often."""
    chance, kills = random.Random(secrets.randbelow(1_000_000)), 0  # noqa: S311 -- when it dies is no secret
    while kills < KILLS and not over.wait(chance.uniform(0.2, 0.8)):
        server.kill()
        server.start()
        kills += 1
    return kills
