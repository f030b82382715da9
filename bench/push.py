"""From publishing an event to the end of its reaction, through Pub/Sub's emulator, and what a subscriber's sleep costs.

The floor is pushed the same way, token and all, to a target that does nothing.
"""

from __future__ import annotations

import tempfile
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.hall import Hall
from bench.load import Client
from bench.measure import REPETITIONS, Sample, goal, report, rotated, table, with_spread
from bench.reaction import CANCELLED, cancel
from bench.servers import framework, running
from infra.emulators.callers import Delivery, ServiceAccount, gate
from infra.emulators.deployment import FUNCTIONS, Deployment
from infra.emulators.issuer import Issuer, serving_issuer
from infra.emulators.processes import service_port
from infra.emulators.services import running_firestore, running_pubsub, running_storage, sdk_folder
from infra.emulators.serving import inner_caller, serving
from shared import codec
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.adapters.google.pubsub_topology import make_on_emulator
from shared.events.eagenda import AgendaCancelled
from shared.events.event import EventEnvelope
from tests.emulators import new_project

EVENTS = 100  # in each repetition
WARM_UP = 10
SLEEP = 60.0
FLOOR, NOTIFY = "floor", "eagenda_notify_participants"
_LOST_AFTER = 150.0  # more than twice the longest pause between two tries

Way = Callable[[int], Sample]


@dataclass
class Post:
    """What was delivered, and which functions are awake."""

    asleep: set[str] = field(default_factory=set)
    accepted: dict[str, float] = field(default_factory=dict)

    def see(self, delivery: Delivery) -> None:
        """Note when an event was accepted. The emulator filters nothing, so that others are sent it too."""
        if delivery.target in {NOTIFY, FLOOR} and delivery.status < HTTPStatus.MULTIPLE_CHOICES:
            self.accepted.setdefault(delivery.event_id, delivery.at)

    def await_accepted(self, event: EventEnvelope) -> None:
        """Wait for an event."""
        deadline = time.monotonic() + _LOST_AFTER
        while event.id not in self.accepted:
            if time.monotonic() > deadline:
                raise AssertionError("an event was lost")
            time.sleep(0.001)


def main() -> None:
    """Measure on emulators of its own."""
    if sdk_folder() is None:
        print("not run: push (no Google Cloud SDK folder)")
        return
    each = WARM_UP + REPETITIONS * EVENTS
    meetings = 2 * each + 1
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        data = Path(folder)
        deployment = _deployment(data, stack)
        hall = Hall(FirestoreRecords(deployment.project, emulator=deployment.firestore), data, meetings, meetings)
        post, port = _served(deployment, data, stack), int(deployment.public_url.rpartition(":")[2])
        client = stack.enter_context(closing(Client(port)))
        others = map("agenda-{}".format, range(each, meetings))  # the first are cancelled over HTTP
        ways: dict[str, Way] = {
            "published, pushed, reminded": partial(_published, deployment, post, lambda: _cancelled(next(others))),
            "published, pushed, nothing done (floor)": partial(_published, deployment, post, _nothing),
            CANCELLED: partial(cancel, client, hall, hall.cancellations()),
        }
        for way in ways.values():
            way(WARM_UP)
        samples = rotated({name: partial(way, EVENTS) for name, way in ways.items()})
        late = _after_sleep(deployment, post, _cancelled(next(others)))
        hall.records.close()
    p95 = [it.p95 for it in samples["published, pushed, reminded"]]
    report(
        "push",
        "From publishing an event to the end of its reaction, on Google's emulators",
        table(samples),
        goal(f"p95 {with_spread(p95)} ms, at most 500 ms", reached=median(p95) <= 500),
        f"Published to a subscriber that was down for {SLEEP:.0f} s: accepted {late:.0f} s after it was back.",
    )


def _deployment(data: Path, stack: ExitStack) -> Deployment:
    """Start the emulators."""
    return Deployment(
        project=new_project(),
        public_url=f"http://127.0.0.1:{service_port()}",
        key=" ".join(signing_keys(data / "keys")),
        issuer=stack.enter_context(serving_issuer(Issuer)),
        firestore=stack.enter_context(running_firestore(data / "firestore.log")),
        pubsub=stack.enter_context(running_pubsub(data / "pubsub.log")),
        storage=stack.enter_context(running_storage(data / "storage.log")),
    )


def _served(deployment: Deployment, data: Path, stack: ExitStack) -> Post:
    """Serve the functions and the floor, and let the emulator push to them."""
    post, port = Post(), int(deployment.public_url.rpartition(":")[2])
    stack.enter_context(serving(deployment, port, inner := service_port(), data))
    stack.enter_context(running(framework(empty := service_port(), "bench/empty.py", "answer"), empty, {}))
    ours = inner_caller(deployment, inner)

    def address(target: str) -> str | None:
        if target in post.asleep:
            return None
        return f"http://127.0.0.1:{empty}" if target == FLOOR else ours.address(target)

    pushing = stack.enter_context(gate(ServiceAccount(address, ours.token), post.see))
    functions = [*FUNCTIONS, {"target": FLOOR, "events": [f"{FLOOR}.nothing"]}]
    make_on_emulator(deployment.pubsub, deployment.project, functions, lambda target: f"{pushing}/{target}")
    return post


def _published(deployment: Deployment, post: Post, event: Callable[[], EventEnvelope], count: int) -> Sample:
    """Publish so many events, one after the other."""
    latencies = []
    for _ in range(count):
        envelope = event()
        began = time.monotonic()
        deployment.runtime.bus.publish([envelope])
        post.await_accepted(envelope)
        latencies.append(post.accepted[envelope.id] - began)
    return Sample.of(sum(latencies), latencies)


def _after_sleep(deployment: Deployment, post: Post, event: EventEnvelope) -> float:
    """Publish to a subscriber that sleeps; return how many seconds after its waking the event was accepted."""
    post.asleep.add(NOTIFY)
    deployment.runtime.bus.publish([event])
    time.sleep(SLEEP)
    woken = time.monotonic()
    post.asleep.clear()
    post.await_accepted(event)
    return post.accepted[event.id] - woken


def _cancelled(agenda_id: str) -> EventEnvelope:
    event = AgendaCancelled(agenda_id)
    return _envelope(event.event_name(), codec.encode_answer(AgendaCancelled, event))


def _nothing() -> EventEnvelope:
    return _envelope(f"{FLOOR}.nothing", {})


def _envelope(name: str, data: dict[str, object]) -> EventEnvelope:
    return EventEnvelope(f"e-{uuid.uuid4().hex}", name, datetime.now(UTC), "p", "o", "c", data)


if __name__ == "__main__":
    main()
