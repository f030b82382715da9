"""kill -9 while derived data are made anew: it goes on by itself, and in the end all of it is right."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from shared.directory.model import PERSON_CARDS, PERSONS, Person
from shared.jobs.job import JOBS, JobState
from shared.permissions import Permission
from shared.rebuild.state import DERIVED, current
from tests.crashes.evidence import Evidence
from tests.crashes.test_import_kill import kill_until_completed
from tests.desk import MORNING
from tests.server import Caller, Server

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = 500
KILLS = 3


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_a_rebuild_that_is_killed_again_and_again_leaves_nothing_as_it_was(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path / "var")
    with Server(tmp_path / "var") as server:
        watching = next(it.id for it in server.people() if Permission.WATCH_SYSTEM in it.permissions)
        server.kill()
        leave_as_an_earlier_version(tmp_path / "var")
        server.start()
        job_id = start(server, watching)
        kills = kill_until_completed(server, evidence, job_id, KILLS)
        again = start(server, watching)
        kill_until_completed(server, evidence, again, 0)
        assert server.stop() == 0

    assert kills > 0
    assert evidence.integrity() == "ok"
    cards = {it.key: it for it in evidence.all(PERSON_CARDS)}
    names = {f"p-{number}": f"Pegawai {number}" for number in range(PEOPLE)}
    assert {key: cards[key].value.name for key in names} == names
    assert {cards[key].version for key in names} == {1}
    first, second = (next(it.value for it in evidence.all(JOBS) if it.key == key) for key in (job_id, again))
    assert (first.state, second.state) == (JobState.COMPLETED, JobState.COMPLETED)
    assert first.created >= PEOPLE
    assert (second.created, second.changed) == (0, 0)
    assert evidence.all(DERIVED)[0].value.versions == current().versions


def start(server: Server, by: str) -> str:
    """Start the job by hand; return its id."""
    with Caller(server) as caller:
        return str(caller.post("portal-rebuild-derived", {}, server.token(by)).body["job_id"])


def leave_as_an_earlier_version(data: Path) -> None:
    """Write people whom no search finds, as something that forgot their cards would have left them."""
    with closing(sqlite3.connect(data / "records.db")) as database, database:
        for number in range(PEOPLE):
            person = Person(f"p-{number}", f"Pegawai {number}")
            body = PERSONS.write(person, by="test", at=MORNING, before=None)
            database.execute("INSERT INTO persons (key, body) VALUES (?, ?)", (person.id, json.dumps(body)))
