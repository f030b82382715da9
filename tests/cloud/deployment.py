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
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from shared import codec
from shared.adapters.google.cloud_identity import audience
from shared.adapters.google.pubsub_topology import make_on_emulator
from shared.entry import Runtime
from shared.events.event import EventEnvelope
from shared.kernel.catalogue import ROOT
from shared.settings import Settings
from tests.cloud.issuer import CALLER
from tests.cloud.processes import running, service_port
from tests.emulators import BUCKET, new_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cloud.issuer import Issuer

PORTAL = "https://trowulan.example"
FUNCTIONS: list[dict[str, Any]] = json.loads((ROOT / "infra/generated/functions.json").read_text(encoding="utf-8"))


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


@dataclass
class Deployment:
    """What its functions have in common."""

    project: str
    issuer: Issuer
    emulators: dict[str, str]
    folder: Path
    gate: Gate = field(init=False)

    def __post_init__(self) -> None:
        """Let the gate sign with the issuer's tokens."""
        self.gate = Gate(self)
        self.runtime = Runtime(Settings.from_environment(self.environment()))

    def environment(self) -> dict[str, str]:
        """Return what a function is deployed with."""
        return {
            "TROWULAN_MODE": "google",
            "TROWULAN_PUBLIC_URL": PORTAL,
            "TROWULAN_BUCKET": BUCKET,
            "TROWULAN_KEYS": "a-key-of-the-tests-that-is-long-enough-to-sign-with",
            "TROWULAN_CALLERS": CALLER,
            "TROWULAN_ISSUER": self.issuer.url,
            "GOOGLE_CLOUD_PROJECT": self.project,
            **self.emulators,
        }

    @contextmanager
    def function(self, target: str, **changes: str) -> Iterator[Function]:
        """Run a function as Cloud Run does, but on a port of its own; ``changes`` go into its environment."""
        port = service_port()
        environment = {"PATH": os.environ["PATH"], **self.environment(), "FUNCTION_TARGET": target, **changes}
        command = [sys.executable, "-m", "functions_framework", "--source", str(ROOT / "main.py")]
        command += ["--host", "127.0.0.1", "--port", str(port)]
        with running(command, port, self.log(target), environment) as address:
            self.gate.functions[target] = function = Function(address)
            try:
                yield function
            finally:
                self.gate.functions.pop(target, None)  # two may run, each for a test of its own

    def log(self, target: str) -> Path:
        """Return where a function's lines go."""
        return self.folder / f"{target}.log"

    def caller_token(self, target: str) -> str:
        """Return a token by which Pub/Sub or the scheduler calls an inner function."""
        return self.issuer.token(audience(PORTAL, target), datetime.now(UTC))

    def person_token(self, person_id: str) -> str:
        """Return an access token of a person."""
        return self.runtime.identity.access_token(person_id, "session", datetime.now(UTC)).text


def push_of(envelope: EventEnvelope, number: int = 1) -> dict[str, Any]:
    """Return a push as Pub/Sub sends it."""
    data = base64.b64encode(codec.encode_answer_json(EventEnvelope, envelope)).decode()
    message = {"data": data, "messageId": str(number), "attributes": {"event": envelope.name}}
    return {"message": message, "subscription": "projects/demo/subscriptions/of-a-test"}


@dataclass(frozen=True, slots=True)
class Delivery:
    """A push that went through the gate."""

    target: str
    event_id: str
    status: int
    at: float


class Gate:
    """Passes what the emulator pushes on to the function that it is for, with the caller's token."""

    def __init__(self, deployment: Deployment) -> None:
        """Serve nobody yet."""
        self.functions: dict[str, Function] = {}
        self.deliveries: list[Delivery] = []
        self._deployment = deployment

    def pass_on(self, target: str, body: bytes) -> int:
        """Deliver; a function that doesn't run is like a service that doesn't answer."""
        push, function = json.loads(body), self.functions.get(target)
        status = 503
        if function is not None:
            status = function.call("POST", "/", push, token=self._deployment.caller_token(target)).status
        event_id = push["message"]["attributes"]["id"]
        self.deliveries.append(Delivery(target, event_id, status, time.monotonic()))
        return status

    def delivered(self, target: str) -> dict[str, float]:
        """Return when each event was first accepted by a function."""
        first: dict[str, float] = {}
        for it in list(self.deliveries):
            if it.target == target and it.status < 300:
                first.setdefault(it.event_id, it.at)
        return first

    @contextmanager
    def open(self) -> Iterator[None]:
        """Serve, and let the emulator push here."""
        gate = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(gate.pass_on(self.path.strip("/"), body))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            url = f"http://127.0.0.1:{server.server_port}"
            pubsub = self._deployment.emulators["PUBSUB_EMULATOR_HOST"]
            make_on_emulator(pubsub, self._deployment.project, FUNCTIONS, lambda target: f"{url}/{target}")
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
            thread.start()
            try:
                yield
            finally:
                server.shutdown()
                thread.join()


@contextmanager
def deployed(issuer: Issuer, firestore: str, pubsub: str, storage: str, folder: Path) -> Iterator[Deployment]:
    """Yield an empty deployment whose events are pushed."""
    emulators = {
        "FIRESTORE_EMULATOR_HOST": firestore,
        "PUBSUB_EMULATOR_HOST": pubsub,
        "STORAGE_EMULATOR_HOST": f"http://{storage}",
    }
    deployment = Deployment(new_project(), issuer, emulators, folder)
    with deployment.gate.open():
        yield deployment
    deployment.runtime.records.close()
