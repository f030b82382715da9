"""What the functions stand on goes away and comes back: calls say so, and nothing of ours has to be started again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from infra.emulators.processes import service_port
from infra.emulators.services import running_firestore, running_pubsub
from tests.cloud.served import CloudServer, serving_in_the_cloud_s_shape
from tests.cloud.waiting import eventually
from tests.emulators import need_sdk
from tests.journeys.people import ARIF, DEWI
from tests.server import Answer, Caller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

pytestmark = [pytest.mark.emulator, pytest.mark.timeout(180)]

SECONDS_TO_RECONNECT = 10


class Emulator:
    """An emulator that ends and begins again on its port, with nothing in its memory."""

    def __init__(self, run: Callable[[Path, int], AbstractContextManager[str]], log: Path) -> None:
        self._run = run
        self._log = log
        self._port = service_port()
        self._running = ExitStack()
        self.address = self.start()

    def start(self) -> str:
        return self._running.enter_context(self._run(self._log, self._port))

    def stop(self) -> None:
        self._running.close()


@pytest.fixture
def firestore(tmp_path: Path) -> Iterator[Emulator]:
    need_sdk()
    emulator = Emulator(running_firestore, tmp_path / "firestore.log")
    yield emulator
    emulator.stop()


@pytest.fixture
def pubsub(tmp_path: Path) -> Iterator[Emulator]:
    need_sdk()
    emulator = Emulator(running_pubsub, tmp_path / "pubsub.log")
    yield emulator
    emulator.stop()


@pytest.fixture
def server(firestore: Emulator, pubsub: Emulator, storage_emulator: str, tmp_path: Path) -> Iterator[CloudServer]:
    with serving_in_the_cloud_s_shape(firestore.address, pubsub.address, storage_emulator, tmp_path) as server:
        yield server


def call_meeting(server: CloudServer) -> Answer:
    starts_at = datetime.now(UTC) + timedelta(days=2)
    plan = {
        "title": "Rapat",
        "place": "Aula",
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(hours=1)).isoformat(),
        "invited": [ARIF.person_id],
    }
    return act(server, "eagenda-create-agenda", plan)


def cancel(server: CloudServer, agenda_id: str) -> None:
    answer = act(server, "eagenda-cancel-agenda", {"agenda_id": agenda_id, "version": 1, "reason": "Ditunda"})
    assert answer.status == 200, answer


def act(server: CloudServer, operation: str, body: dict[str, Any]) -> Answer:
    with Caller(server) as caller:
        return caller.post(operation, body, server.token(DEWI.person_id))


def sign_in(server: CloudServer) -> Answer:
    with Caller(server) as caller:
        return caller.post("portal-sign-in", {"login": DEWI.login, "password": server.password()})


def list_reminders(server: CloudServer) -> Answer:
    with Caller(server) as caller:
        return caller.get("eagenda-list-reminders", server.token(ARIF.person_id))


def is_reminded(server: CloudServer, agenda_id: str) -> bool:
    answer = list_reminders(server)
    assert answer.status == 200, answer
    return agenda_id in {item["agenda_id"] for item in answer.body["items"]}


def test_without_records_every_call_is_told_to_come_again_and_soon_after_they_are_back_it_succeeds(
    server: CloudServer, firestore: Emulator
) -> None:
    assert call_meeting(server).status == 200

    firestore.stop()
    calls = (call_meeting, list_reminders, sign_in)
    with ThreadPoolExecutor() as people:  # each call is tried for eight seconds
        answers = list(people.map(lambda call: call(server), calls))
    for answer in answers:
        assert (answer.status, answer.slug) == (503, "busy")
        assert answer.body["title"] == "Server sedang sibuk."
        assert int(answer.headers["retry-after"]) > 0

    firestore.start()
    server.fill()
    eventually(lambda: call_meeting(server).status == 200, SECONDS_TO_RECONNECT, pause=0.1)
    agenda_id = call_meeting(server).body["id"]
    cancel(server, agenda_id)
    eventually(lambda: is_reminded(server, agenda_id), pause=0.2)


def test_what_happened_while_there_was_no_bus_is_told_by_the_sweeper_when_it_is_back(
    server: CloudServer, pubsub: Emulator
) -> None:
    agenda_id = call_meeting(server).body["id"]
    pubsub.stop()
    cancel(server, agenda_id)

    pubsub.start()
    server.subscribe()
    assert not is_reminded(server, agenda_id)
    sweep = partial(server.run_schedule, "portal_sweep_journal")  # it leaves those alone that are younger than 10 s
    eventually(lambda: sweep() == 200 and is_reminded(server, agenda_id), 40, pause=2)
