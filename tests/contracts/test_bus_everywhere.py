"""What every bus promises, sentence by sentence: the office's queues on each store, and Pub/Sub's push."""

from __future__ import annotations

import base64
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Protocol

import pytest

from shared import codec
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.adapters.google.pubsub_bus import PubsubBus
from shared.adapters.google.pubsub_topology import make_on_emulator
from shared.adapters.queue_bus import QueueBus
from shared.events.event import EventEnvelope
from tests.desk import MORNING, Clock
from tests.emulators import new_project, passing_subscriptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.bus import Bus

LISTENING = {"archive": ("rapat.dibuat",), "notify": ("rapat.dibuat", "rapat.batal")}
PATIENCE = 30.0  # seconds; what failed comes again after one


class Subscribers:
    """Those who listen, and what has reached them."""

    def __init__(self) -> None:
        self.failing: set[str] = set()
        self.arrived: list[tuple[str, EventEnvelope]] = []

    def take(self, subscriber: str, envelope: EventEnvelope) -> None:
        """Take a delivery. Raises ConnectionError for a subscriber that is down."""
        if subscriber in self.failing:
            raise ConnectionError(subscriber)
        self.arrived.append((subscriber, envelope))

    def got(self) -> set[tuple[str, str]]:
        """Return who has got which event, once or more often."""
        return {(subscriber, envelope.id) for subscriber, envelope in self.arrived}


class Way(Protocol):
    """A bus, and those to whom it delivers."""

    bus: Bus
    subscribers: Subscribers

    def turn(self) -> None:
        """Let time pass, so that what is due is delivered."""
        ...


class QueueWay:
    """The office's queues, worked off in this process."""

    def __init__(self, records: SqliteRecords | FirestoreRecords) -> None:
        self.subscribers = Subscribers()
        self._clock = Clock(MORNING)
        self._queues = QueueBus(records, self._clock, listeners, self.subscribers.take)
        self.bus: Bus = self._queues

    def turn(self) -> None:
        """Move the clock and work off both queues."""
        self._clock.pass_(seconds=2)
        for subscriber in LISTENING:
            self._queues.work_off(subscriber)


class PushWay:
    """Pub/Sub, which pushes to an address of each subscriber."""

    def __init__(self, emulator: str) -> None:
        self.subscribers = Subscribers()
        self._project = new_project()
        self._emulator = emulator
        self.bus: Bus = PubsubBus(self._project, emulator=emulator)

    def turn(self) -> None:
        """Wait a moment: the service works by itself."""
        time.sleep(0.05)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Serve the subscribers' addresses."""
        way = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                push = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(way.pushed(self.path.strip("/"), push["message"]["data"]))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        with (
            ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server,
            passing_subscriptions(self._emulator, self._project),
        ):
            url = f"http://127.0.0.1:{server.server_port}"
            functions = [{"target": name, "events": events} for name, events in LISTENING.items()]
            make_on_emulator(self._emulator, self._project, functions, lambda target: f"{url}/{target}")
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
            thread.start()
            try:
                yield
            finally:
                server.shutdown()
                thread.join()

    def pushed(self, subscriber: str, data: str) -> int:
        """Take a push as our functions do: they look at the name again, for the emulator applies no filter."""
        envelope = codec.decode_json(EventEnvelope, base64.b64decode(data))
        if envelope.name in LISTENING[subscriber]:
            try:
                self.subscribers.take(subscriber, envelope)
            except ConnectionError:
                return 503
        return 200


@pytest.fixture(
    params=[
        "sqlite",
        pytest.param("firestore", marks=pytest.mark.emulator),
        pytest.param("pubsub", marks=pytest.mark.emulator),
    ]
)
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Way]:
    """Return each way there is, with nothing under way."""
    if request.param == "pubsub":
        push = PushWay(request.getfixturevalue("pubsub_emulator"))
        with push.open():
            yield push
        return
    records: SqliteRecords | FirestoreRecords
    if request.param == "firestore":
        records = FirestoreRecords(new_project(), emulator=request.getfixturevalue("firestore_emulator"))
    else:
        records = SqliteRecords(tmp_path / "records.db")
    yield QueueWay(records)
    records.close()


def listeners(event_name: str) -> tuple[str, ...]:
    return tuple(subscriber for subscriber, names in LISTENING.items() if event_name in names)


def event(number: int = 1, name: str = "rapat.dibuat") -> EventEnvelope:
    return EventEnvelope(f"event-{number}", name, MORNING, "p-1", "diskominfo", "cause", {"nomor": number})


def wait_for(way: Way, expected: set[tuple[str, str]]) -> None:
    """Wait until everybody has got what is theirs, then a moment longer for what is not."""
    deadline = time.monotonic() + PATIENCE
    while not way.subscribers.got() >= expected:
        assert time.monotonic() < deadline, way.subscribers.got()
        way.turn()
    for _ in range(5):
        way.turn()
    assert way.subscribers.got() == expected


def test_an_event_reaches_every_subscriber_of_its_name_and_no_other(way: Way) -> None:
    way.bus.publish([event(1), event(2, "rapat.batal"), event(3, "rapat.lain")])
    wait_for(way, {("archive", "event-1"), ("notify", "event-1"), ("notify", "event-2")})


def test_an_event_arrives_as_it_was_published(way: Way) -> None:
    way.bus.publish([event(2, "rapat.batal")])
    wait_for(way, {("notify", "event-2")})
    assert way.subscribers.arrived[0] == ("notify", event(2, "rapat.batal"))


def test_a_subscriber_that_is_down_holds_up_no_other_and_gets_its_event_later(way: Way) -> None:
    way.subscribers.failing = {"archive"}
    way.bus.publish([event()])
    wait_for(way, {("notify", "event-1")})

    way.subscribers.failing = set()
    wait_for(way, {("notify", "event-1"), ("archive", "event-1")})


def test_an_event_that_is_published_again_reaches_everybody_and_is_known_by_its_id(way: Way) -> None:
    for _ in range(2):
        way.bus.publish([event()])
    wait_for(way, {("archive", "event-1"), ("notify", "event-1")})


def test_of_many_who_publish_at_once_no_event_is_lost(way: Way) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: way.bus.publish([event(number, "rapat.batal")]), range(40)))
    wait_for(way, {("notify", f"event-{number}") for number in range(40)})


def test_publishing_nothing_reaches_nobody(way: Way) -> None:
    way.bus.publish([])
    wait_for(way, set())
