"""The real server for tests: a process group of its own on its own data folder, and people who call it over HTTP.

What tests of every mode need of a server, whatever stands behind it, is `Served`.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from shared.accounts.proof import PROOFS, RecentProof
from shared.actor import Actor
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.local_identity import LocalIdentity
from shared.permissions import Permission
from shared.ports.records import Collection, Query, Shape
from tests.tools.launch import ROOT, free_port

if TYPE_CHECKING:
    from shared.kernel.collections import TypedCollection
    from shared.ports.identity import Identity
    from shared.ports.records import Records, Transaction

T = TypeVar("T")

EVERYBODY = Collection("persons", (Shape(),))
SECONDS_TO_START = 30.0
_SESSION = "session-of-a-test"
SECONDS_TO_STOP = 5.0


class Served(ABC):
    """Trowulan with the demo regency, on a port of this machine."""

    def __init__(self, port: int, data: Path, records: Records, identity: Identity) -> None:
        """Name the folder of the demo's password, and the ports that tests share with the server."""
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.data = data
        self._records = records
        self._identity = identity

    def password(self) -> str:
        """Return the demo accounts' password."""
        return (self.data / "demo-password").read_text().strip()

    def token(self, person_id: str) -> str:
        """Return an access token, signed with the deployment's key: a crowd need not pay for a crowd's passwords."""
        return self._identity.access_token(person_id, _SESSION, datetime.now(UTC)).text

    def proved_token(self, person_id: str) -> str:
        """Return an access token of somebody who has just proved once more who they are."""
        self.given(PROOFS, RecentProof(_SESSION, person_id, datetime.now(UTC)))
        return self.token(person_id)

    @abstractmethod
    def restart(self) -> None:
        """Serve with processes that remember nothing."""

    def found(self, collection: TypedCollection[T], key: str) -> T | None:
        """Return what the server keeps under a key, or None."""
        body = self._records.get(collection.stored, key)
        return None if body is None else collection.read(body)

    def stored(self, collection: TypedCollection[T], key: str) -> T:
        """Return what the server keeps under a key."""
        found = self.found(collection, key)
        assert found is not None
        return found

    def given(self, collection: TypedCollection[T], *values: T) -> None:
        """Let these records exist beside the demo's, under their deterministic keys."""
        assert collection.key is not None
        bodies = {
            collection.key(value): collection.write(value, by="test", at=datetime.now(UTC), before=None)
            for value in values
        }

        def work(transaction: Transaction) -> None:
            for key, body in bodies.items():
                transaction.put(collection.stored, key, body)

        self._records.transact(work)


class Server(Served):
    """One office's server, started, killed and started again on the same port and data."""

    def __init__(self, data: Path) -> None:
        """Keep data and log in a folder; nothing runs before `start`."""
        records = SqliteRecords(data / "records.db")
        self.settings: dict[str, str] = {}  # beside those of the command line
        super().__init__(free_port(), data, records, LocalIdentity(lambda: signing_keys(data / "keys"), records))
        self._log = data.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no process behind."""
        self._records.close()
        if self._process is not None:
            self.kill()

    def start(self) -> None:
        """Start and wait until it answers."""
        self.launch()
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.is_healthy():
            assert time.monotonic() < deadline, f"the server did not start:\n{self.log()}"
            assert self._process is not None
            assert self._process.poll() is None, f"the server ended:\n{self.log()}"
            time.sleep(0.02)

    def launch(self) -> None:
        """Start without waiting."""
        command = [sys.executable, "-m", "shared.serve", "--port", str(self.port), "--data", str(self.data)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={name: value for name, value in os.environ.items() if not name.startswith("TROWULAN_")}
                | self.settings,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def group(self) -> int:
        """The id of its process group."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """End all its processes by SIGKILL, and wait until nobody listens: the dead may wait long to be reaped."""
        assert self._process is not None
        if self._is_alive():
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        deadline = time.monotonic() + SECONDS_TO_STOP
        while self._is_listening():
            assert time.monotonic() < deadline, "a killed server listens"
        self._process = None

    def stop(self, number: signal.Signals = signal.SIGTERM, *, group: bool = False) -> int:
        """Tell it to stop (the whole group, as Ctrl-C at a terminal does) and return its exit code."""
        assert self._process is not None
        (os.killpg if group else os.kill)(self._process.pid, number)
        return self._process.wait(SECONDS_TO_STOP)

    def restart(self) -> None:
        """Kill it, and serve with processes that remember nothing."""
        self.kill()
        self.start()

    def wait_until_gone(self, seconds: float) -> None:
        """Wait until its process group has no member."""
        deadline = time.monotonic() + seconds
        while self._is_alive():
            assert time.monotonic() < deadline, "processes of the server are left"
            time.sleep(0.005)

    def is_healthy(self) -> bool:
        """Ask once."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def log(self) -> str:
        """Return the end of what it has written."""
        return self._log.read_text(errors="replace")[-4000:] if self._log.exists() else ""

    def people(self) -> list[Actor]:
        """Return everybody of the demo regency who may attend a meeting, as a call of theirs comes."""
        now = datetime.now(UTC)
        persons = [document.key for document in self._records.query(Query(EVERYBODY, Shape(), limit=1000))]
        actors = [self._identity.actor(self.token(person_id), now) for person_id in persons]
        return [actor for actor in actors if Permission.ATTEND in actor.permissions]

    def _is_listening(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def _is_alive(self) -> bool:
        assert self._process is not None
        try:
            os.killpg(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def slug(self) -> str:
        """The name of the refusal."""
        return str(self.body["type"]).removeprefix("/problems/")


class Caller:
    """One client with one connection at a time; not for several threads."""

    def __init__(self, server: Served) -> None:
        """Call a server."""
        self._server = server
        self._connection: http.client.HTTPConnection | None = None

    def __enter__(self) -> Self:
        """Nothing is opened before the first call."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()

    def get(self, path: str, token: str = "") -> Answer:
        """Ask a query."""
        return self._exchange("GET", path, None, {}, token)

    def post(self, path: str, body: object, token: str = "", key: str = "") -> Answer:
        """Send a command, under an idempotency key when one is given."""
        headers = {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key else {})
        return self._exchange("POST", path, json.dumps(body).encode(), headers, token)

    def close(self) -> None:
        """Close the connection; the next call opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _exchange(self, method: str, path: str, body: bytes | None, headers: dict[str, str], token: str) -> Answer:
        signed_in = {"Authorization": f"Bearer {token}"} if token else {}
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self._server.port, timeout=20)
        try:
            self._connection.request(method, f"/api/{path}", body, headers | signed_in)
            response = self._connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(response.status, json.loads(content) if is_json else content, dict(response.headers))
