"""A deployment on this machine: each function a process of its own, in google mode, with an environment of its own.

The emulators stand for Google's services, an issuer on loopback for its accounts, and a gate for what Pub/Sub's push
does and its emulator doesn't: it signs each call with a token for the function that it is meant for.
"""

from __future__ import annotations

import base64
import http.client
import json
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from infra.emulators import deployment
from infra.emulators.callers import Delivery, ServiceAccount, gate
from infra.emulators.deployment import FUNCTIONS
from infra.emulators.processes import running, service_port
from shared import codec
from shared.adapters.google.pubsub_topology import make_on_emulator
from shared.events.event import EventEnvelope
from shared.kernel.catalogue import ROOT
from tests.emulators import new_project, passing_subscriptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from infra.emulators.issuer import Issuer

PORTAL = "https://trowulan.example"
KEY = "a-key-of-the-tests-that-is-long-enough-to-sign-with"


@dataclass(frozen=True, slots=True)
class Answer:
    """How a function answered."""

    status: int
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 -- the operation's own answer
        """Return the body read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Function:
    """A function in a process of its own."""

    address: str

    def call(self, method: str, path: str, body: object = None, token: str = "") -> Answer:
        """Send a request."""
        connection = http.client.HTTPConnection(self.address, timeout=30)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            return Answer(response.status, response.read())
        finally:
            connection.close()


@dataclass(frozen=True)
class Deployment(deployment.Deployment):
    """A deployment whose functions a test starts, and whose pushes it sees."""

    folder: Path
    running: dict[str, Function] = field(default_factory=dict)
    deliveries: list[Delivery] = field(default_factory=list)

    @contextmanager
    def function(self, target: str, **changes: str) -> Iterator[Function]:
        """Run a function as Cloud Run does, but on a port of its own; ``changes`` go into its environment."""
        port = service_port()
        environment = {"PATH": os.environ["PATH"], **self.environment(), "FUNCTION_TARGET": target, **changes}
        command = [sys.executable, "-m", "functions_framework", "--source", str(ROOT / "main.py")]
        command += ["--host", "127.0.0.1", "--port", str(port)]
        with running(command, port, self.log(target), environment) as address:
            self.running[target] = function = Function(address)
            try:
                yield function
            finally:
                self.running.pop(target, None)  # two may run, each for a test of its own

    def log(self, target: str) -> Path:
        """Return where a function's lines go."""
        return self.folder / f"{target}.log"

    def person_token(self, person_id: str) -> str:
        """Return an access token of a person."""
        return self.runtime.identity.access_token(person_id, "session", datetime.now(UTC)).text

    def delivered(self, target: str) -> dict[str, float]:
        """Return when each event was first accepted by a function."""
        first: dict[str, float] = {}
        for it in list(self.deliveries):
            if it.target == target and it.status < 300:
                first.setdefault(it.event_id, it.at)
        return first

    def address(self, target: str) -> str | None:
        """Return where a function answers, if it runs."""
        function = self.running.get(target)
        return f"http://{function.address}" if function else None

    @contextmanager
    def pushing(self) -> Iterator[None]:
        """Let the emulator push to the functions."""
        with (
            gate(ServiceAccount(self.address, self.caller_token), self.deliveries.append) as pushing,
            passing_subscriptions(self.pubsub, self.project),
        ):
            make_on_emulator(self.pubsub, self.project, FUNCTIONS, lambda target: f"{pushing}/{target}")
            yield


def push_of(envelope: EventEnvelope, number: int = 1) -> dict[str, Any]:
    """Return a push as Pub/Sub sends it."""
    data = base64.b64encode(codec.encode_answer_json(EventEnvelope, envelope)).decode()
    message = {"data": data, "messageId": str(number), "attributes": {"event": envelope.name}}
    return {"message": message, "subscription": "projects/demo/subscriptions/of-a-test"}


@contextmanager
def deployed(issuer: Issuer, firestore: str, pubsub: str, storage: str, folder: Path) -> Iterator[Deployment]:
    """Yield an empty deployment whose events are pushed."""
    made = Deployment(new_project(), PORTAL, KEY, issuer, firestore, pubsub, storage, folder)
    with made.pushing():
        yield made
    made.runtime.records.close()
