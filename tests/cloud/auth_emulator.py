"""The real Firebase Auth emulator, which firebase-tools brings; the smallest part of it, without Java."""

from __future__ import annotations

import http.client
import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from infra.emulators.firebase import PROGRAM
from infra.emulators.processes import running, service_port
from tests.cloud.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SECONDS_TO_START = 100.0  # ten, of one core of its own
PASSWORD = "kata-sandi-emulator"  # betterleaks:allow -- nobody has this account


@dataclass(frozen=True, slots=True)
class AuthEmulator:
    """Its accounts, by its REST interface."""

    address: str
    project: str

    def open_account(self, email: str, *, verified: bool) -> None:
        """Open an account, as the console of Firebase does."""
        body = {"email": email, "password": PASSWORD, "emailVerified": verified}
        self._call(f"/v1/projects/{self.project}/accounts", body, {"Authorization": "Bearer owner"})

    def sign_in(self, email: str) -> str:
        """Sign in, as a client of Firebase does; return the ID token."""
        body = {"email": email, "password": PASSWORD, "returnSecureToken": True}
        return str(self._call("/v1/accounts:signInWithPassword?key=any", body)["idToken"])

    def _call(self, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401 -- Google's answer
        connection = http.client.HTTPConnection(self.address, timeout=30)
        try:
            content = {"Content-Type": "application/json", **(headers or {})}
            connection.request("POST", f"/identitytoolkit.googleapis.com{path}", json.dumps(body), content)
            response = connection.getresponse()
            answer = json.loads(response.read())
            assert response.status == http.client.OK, answer
            return answer
        finally:
            connection.close()


@contextmanager
def running_auth_emulator(folder: Path, project: str) -> Iterator[AuthEmulator]:
    """Run it, or say why not."""
    node = shutil.which("node")
    if node is None or not PROGRAM.is_file():
        missing = "no Node.js" if node is None else "no firebase-tools in infra/emulators"
        if os.environ.get("REQUIRE_EMULATORS") == "1":
            pytest.fail(f"REQUIRE_EMULATORS=1, but there is {missing}")
        pytest.skip(f"auth emulator not run: {missing}")
    port = service_port()
    quiet = {"ui": {"enabled": False}, "hub": {"port": service_port()}, "logging": {"port": service_port()}}
    emulators = {"auth": {"host": "127.0.0.1", "port": port}, "singleProjectMode": True, **quiet}
    configuration = folder / "firebase.json"
    configuration.write_text(json.dumps({"emulators": emulators}), encoding="utf-8")
    command = [node, str(PROGRAM), "emulators:start", "--only", "auth", "--project", project]
    environment = {**os.environ, "CI": "true"}
    log = folder / "firebase.log"
    with running([*command, "--config", str(configuration)], port, log, environment, _SECONDS_TO_START) as address:
        # firebase-tools tries the port before its emulator listens there: whoever answers then is gone a moment later.
        eventually(lambda: _answers(address), seconds=_SECONDS_TO_START)
        yield AuthEmulator(address, project)


def _answers(address: str) -> bool:
    connection = http.client.HTTPConnection(address, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
