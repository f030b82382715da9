"""kill -9 in the middle of a rotation and of its undoing: each goes on by itself, and every post is written once."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from shared.directory.model import APPOINTMENTS, SEATS
from shared.directory.standing import STANDINGS
from shared.jobs.job import JOB_PARTS, JOBS, JobState
from shared.rules.calendar import wib_date
from tests.crashes.evidence import Evidence
from tests.crashes.officials import (
    BEGUN,
    OFFICIALS,
    administrators,
    let_officials_hold_posts,
    person,
    post,
    send,
    start,
)
from tests.server import Server

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 6
SECONDS = 60.0


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_a_rotation_that_is_killed_again_and_again_writes_each_post_once_and_is_undone_whole(tmp_path: Path) -> None:
    evidence = Evidence(tmp_path / "var")
    first_day = wib_date(datetime.now(UTC)) + timedelta(days=7)
    with Server(tmp_path / "var") as server:
        planner, approver = administrators(server)[:2]
        let_officials_hold_posts(server)
        rotation_id = send(server, server.token(planner), first_day)
        approved = start(server, server.proved_token(approver), "directory-approve-rotation", rotation_id)
        kills = kill_until_completed(server, evidence, approved)
        evidence.wait_until_quiet()
        assert holders(evidence, first_day) == {post(number + 1): person(number) for number in range(OFFICIALS)}
        undone = start(server, server.token(planner), "directory-cancel-rotation", rotation_id, reason="Salah unggah")
        kills += kill_until_completed(server, evidence, undone)
        evidence.wait_until_quiet()
        assert server.stop() == 0

    assert kills > 0
    assert evidence.integrity() == "ok"
    assert holders(evidence, first_day) == {post(number): person(number) for number in range(OFFICIALS)}
    ours = [it.value for it in evidence.all(APPOINTMENTS) if it.value.person_id.startswith("official-")]
    assert sorted(it.person_id for it in ours) == sorted(map(person, range(OFFICIALS)))
    assert {(it.starts_on, it.ends_on) for it in ours} == {(BEGUN, None)}
    versions = {it.version for it in evidence.all(SEATS) if it.key.startswith("post-")}
    assert versions == {2}, "written once, and given back once"
    for job_id in (approved, undone):
        numbers = [row.number for it in evidence.all(JOB_PARTS) if it.value.job_id == job_id for row in it.value.rows]
        assert sorted(numbers) == list(range(1, OFFICIALS + 1))


def kill_until_completed(server: Server, evidence: Evidence, job_id: str) -> int:
    """Kill the server again and again while the job goes on; return how often it was in the middle."""
    deadline, kills, done = time.monotonic() + SECONDS, 0, 0
    while True:
        job = next(it.value for it in evidence.all(JOBS) if it.key == job_id)
        if job.state is JobState.COMPLETED:
            return kills
        assert time.monotonic() < deadline, f"the job stands at {job.done} of {job.total}"
        if job.done > done and kills < KILLS:
            kills, done = kills + 1, job.done
            server.kill()
            server.start()
        time.sleep(0.01)


def holders(evidence: Evidence, day: date) -> dict[str, str]:
    """Return who holds each post on a day; seats and standings must say the same."""
    seats = {
        it.value.position_id: held.person_id
        for it in evidence.all(SEATS)
        for held in it.value.appointments
        if held.holds_on(day) and held.person_id.startswith("official-")
    }
    standings = {
        held.position_id: it.value.person_id
        for it in evidence.all(STANDINGS)
        for held in it.value.on(day)
        if it.value.person_id.startswith("official-")
    }
    assert seats == standings
    return seats
