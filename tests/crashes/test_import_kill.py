"""kill -9 in the middle of an import: it goes on by itself, and every row is written and told of once."""

from __future__ import annotations

import hashlib
import http.client
import time
from typing import TYPE_CHECKING, Any

import pytest

from shared.directory.model import PERSONS
from shared.jobs.job import JOB_PARTS, JOBS, JobState
from shared.permissions import Permission
from tests.crashes.evidence import Evidence
from tests.directory.importing import table
from tests.server import Caller, Server

if TYPE_CHECKING:
    from pathlib import Path

EMPLOYEES = 2_000
KILLS = 6
SECONDS = 60.0


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_an_import_that_is_killed_again_and_again_writes_each_row_once(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path / "var")
    file = table(*(("", f"Pegawai {number}", f"p{number}@mojokertokab.example", "") for number in range(EMPLOYEES)))
    with Server(tmp_path / "var") as server:
        token = server.token(administrator(server))
        import_id = send(server, token, file)
        before = len(evidence.all(PERSONS))
        checked = start(server, token, "directory-check-import", import_id)
        kills = kill_until_completed(server, evidence, checked)
        applied = start(server, token, "directory-apply-import", import_id)
        kills += kill_until_completed(server, evidence, applied)
        evidence.wait_until_quiet()
        assert server.stop() == 0

    assert kills > 0
    assert evidence.integrity() == "ok"
    persons = {it.value.email: it.version for it in evidence.all(PERSONS)}
    assert len(persons) == before + EMPLOYEES
    assert {persons[f"p{number}@mojokertokab.example"] for number in range(EMPLOYEES)} == {1}
    for job_id in (checked, applied):
        numbers = [row.number for it in evidence.all(JOB_PARTS) if it.value.job_id == job_id for row in it.value.rows]
        assert sorted(numbers) == list(range(2, EMPLOYEES + 2))


def administrator(server: Server) -> str:
    return next(it.id for it in server.people() if Permission.MANAGE_DIRECTORY in it.permissions)


def send(server: Server, token: str, file: bytes) -> str:
    """Announce the file and put it by its link; return the import's id."""
    announced = {"name": "pegawai.csv", "size": len(file), "sha256": hashlib.sha256(file).hexdigest()}
    with Caller(server) as caller:
        begun: dict[str, Any] = caller.post("directory-begin-import", announced, token).body
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("PUT", begun["url"], file, begun["headers"])
    assert connection.getresponse().status < 300
    connection.close()
    return str(begun["import_id"])


def start(server: Server, token: str, operation: str, import_id: str) -> str:
    """Start a job of the import; return its id."""
    with Caller(server) as caller:
        return str(caller.post(operation, {"import_id": import_id}, token).body["job_id"])


def kill_until_completed(server: Server, evidence: Evidence, job_id: str, most: int = KILLS) -> int:
    """Kill the server again and again while the job goes on; return how often it was in the middle."""
    deadline, kills, done = time.monotonic() + SECONDS, 0, 0
    while True:
        job = next(it.value for it in evidence.all(JOBS) if it.key == job_id)
        if job.state is JobState.COMPLETED:
            return kills
        assert time.monotonic() < deadline, f"the job stands at {job.done} of {job.total}"
        if job.done > done and kills < most:
            kills, done = kills + 1, job.done
            server.kill()
            server.start()
        time.sleep(0.01)
