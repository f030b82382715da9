"""Timers that Cloud Tasks has looked at: in their second, once, and not at the cost of the call that sets them."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from infra.emulators.deployment import TIMER_QUEUE
from infra.emulators.processes import LOOPBACK, answering, service_port
from infra.emulators.task_queue import task_queue
from shared.adapters.clock import SystemClock
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.cloud_timers import CloudTimers
from shared.adapters.google.rest_wire import CallFailed, RestWire
from shared.settings import TaskSettings
from tests.cloud.served import serving_in_the_cloud_s_shape
from tests.cloud.waiting import eventually
from tests.journeys.meetings import call_meeting
from tests.journeys.people import ADITYA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACCOUNT, AUDIENCE = "timers@demo.iam.gserviceaccount.com", "https://trowulan.example/inner/portal-fire-timers"
FOUR_SECONDS = timedelta(seconds=4)


class Called(BaseHTTPRequestHandler):
    """The function that fires what is due, as the queue sees it."""

    def do_POST(self) -> None:
        """Note the call; the first is answered with an error."""
        server = self.server
        assert isinstance(server, Listening)
        server.calls.append((time.monotonic(), self.path, self.headers["Authorization"]))
        status = HTTPStatus.OK if len(server.calls) > server.failing else HTTPStatus.SERVICE_UNAVAILABLE
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Listening(ThreadingHTTPServer):
    """A server that remembers its calls."""

    failing = 0

    def __init__(self) -> None:
        """Take a port."""
        super().__init__((LOOPBACK, 0), Called)
        self.calls: list[tuple[float, str, str]] = []


@pytest.fixture
def listening() -> Iterator[Listening]:
    server = Listening()
    with answering(server):
        yield server


@pytest.fixture
def queue() -> Iterator[str]:
    with task_queue(TIMER_QUEUE, lambda account, audience: f"{account} for {audience}") as address:
        yield address


@pytest.fixture
def records(tmp_path: Path) -> Iterator[SqliteRecords]:
    with closing(SqliteRecords(tmp_path / "records.db")) as records:
        yield records


def timers_of(records: SqliteRecords, queue: str, listening: Listening) -> CloudTimers:
    url = f"http://{LOOPBACK}:{listening.server_port}/inner/portal-fire-timers"
    return CloudTimers(records, SystemClock(), TaskSettings(TIMER_QUEUE, url, ACCOUNT, queue), AUDIENCE)


def in_seconds(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def test_the_function_is_called_when_a_timer_is_due_with_a_token_for_it_alone(
    records: SqliteRecords, queue: str, listening: Listening
) -> None:
    began = time.monotonic()
    timers_of(records, queue, listening).set("rapat", in_seconds(0.5))
    eventually(lambda: len(listening.calls) == 1)
    [(at, path, authorization)] = listening.calls
    assert 0.4 <= at - began < 3
    assert path == "/inner/portal-fire-timers"
    assert authorization == f"Bearer {ACCOUNT} for {AUDIENCE}"


def test_setting_a_timer_again_makes_no_second_task_and_moving_it_makes_one(
    records: SqliteRecords, queue: str, listening: Listening
) -> None:
    timers, due, later = timers_of(records, queue, listening), in_seconds(0.4), in_seconds(0.8)
    for moment in (due, due, later, later):
        timers.set("rapat", moment)
    time.sleep(1.5)
    assert len(listening.calls) == 2  # the first finds nothing due
    assert timers.due("rapat") == later


def test_a_call_that_fails_is_made_again(records: SqliteRecords, queue: str, listening: Listening) -> None:
    listening.failing = 1
    timers_of(records, queue, listening).set("rapat", in_seconds(0))
    eventually(lambda: len(listening.calls) == 2)


def test_what_is_farther_than_the_service_takes_is_left_to_the_schedule(
    records: SqliteRecords, queue: str, listening: Listening
) -> None:
    timers = timers_of(records, queue, listening)
    before = threading.active_count()
    timers.set("rapat", in_seconds(31 * 24 * 3600))
    assert threading.active_count() == before  # the queue keeps a thread for each task
    assert timers.due("rapat") is not None


def test_where_nobody_takes_tasks_the_row_is_written_all_the_same(
    records: SqliteRecords, listening: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    timers = timers_of(records, f"{LOOPBACK}:{service_port()}", listening)
    due = in_seconds(60)
    timers.set("rapat", due)
    assert timers.due("rapat") == due
    assert "no task was made for a timer" in caplog.text


@pytest.mark.parametrize(
    ("path", "task", "status"),
    [
        ("v2/projects/other/locations/x/queues/y/tasks", {"name": f"{TIMER_QUEUE}/tasks/a"}, 404),
        (f"v2/{TIMER_QUEUE}/tasks", {"name": "elsewhere/a", "scheduleTime": "2026-11-24T01:00:00Z"}, 400),
        (f"v2/{TIMER_QUEUE}/tasks", {"name": f"{TIMER_QUEUE}/tasks/a", "scheduleTime": "soon"}, 400),
        (f"v2/{TIMER_QUEUE}/tasks", {}, 400),
    ],
)
def test_the_queue_refuses_what_the_service_would(queue: str, path: str, task: dict[str, str], status: int) -> None:
    body = {"task": {**task, "httpRequest": {}} if task else {}}
    with pytest.raises(CallFailed, match=str(status)):
        RestWire("", "", queue).call("POST", path, body)


@pytest.mark.emulator
def test_those_invited_are_reminded_in_the_second_in_which_the_hour_begins(
    firestore_emulator: str, pubsub_emulator: str, storage_emulator: str, tmp_path: Path
) -> None:
    with serving_in_the_cloud_s_shape(firestore_emulator, pubsub_emulator, storage_emulator, tmp_path) as server:
        due = datetime.now(UTC) + FOUR_SECONDS
        meeting = call_meeting(server, ADITYA, starts_in=FOUR_SECONDS + timedelta(hours=1))
        timers, name = server.deployment.runtime.timers, f"eagenda_remind_participants@{meeting.id}"
        eventually(lambda: timers.due(name) is not None)
        asked = REMINDERS.question(OF_PERSON_NEWEST_FIRST, equal=(ADITYA.person_id,), limit=100)
        records = server.deployment.runtime.records
        eventually(lambda: bool(records.query(asked)))
        [reminder] = [REMINDERS.read(document.body) for document in records.query(asked)]
        assert reminder.agenda_id == meeting.id
        assert due <= reminder.at < due + FOUR_SECONDS
        eventually(lambda: timers.due(name) is None)  # cleared once the run has returned
