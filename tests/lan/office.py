"""A demo served to the office's network over TLS, and people who call it as a phone does that trusts its authority."""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.tools.launch import ROOT, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse
    from pathlib import Path

HOST = "127.0.0.2"  # beyond 127.0.0.1, and yet of this machine
SECONDS_TO_START = 60


class DemoClient:
    """Calls a demo's server as a program does."""

    def __init__(self, url: str, data: Path) -> None:
        """Name the server, and the folder of its demo's password."""
        self.url = url
        self.data = data

    def get(self, path: str) -> HTTPResponse:
        """Ask for a page or file."""
        return self._open(urllib.request.Request(self.url + path))

    def ask(self, query: str, token: str) -> Any:  # noqa: ANN401 -- answers of every query's own type
        """Ask a query."""
        return self._json(
            urllib.request.Request(f"{self.url}/api/{query}", headers={"Authorization": f"Bearer {token}"})
        )

    def command(self, operation: str, body: object, token: str = "") -> Any:  # noqa: ANN401 -- (same)
        """Give a command."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        data = json.dumps(body).encode()
        return self._json(urllib.request.Request(f"{self.url}/api/{operation}", data=data, headers=headers))

    def sign_in(self, login: str) -> str:
        """Return a demo account's access token."""
        answer = self.command("portal-sign-in", {"login": login, "password": self.password()})
        return str(answer["access_token"])

    def password(self) -> str:
        """Return the demo accounts' password."""
        return (self.data / "demo-password").read_text().strip()

    def trusts(self) -> ssl.SSLContext | None:
        """Return whom a program trusts to say who the server is; nobody where it is on this machine."""
        return None

    def _json(self, request: urllib.request.Request) -> Any:  # noqa: ANN401 -- (same)
        with self._open(request) as answer:
            return json.load(answer)

    def _open(self, request: urllib.request.Request) -> HTTPResponse:
        answer: HTTPResponse = urllib.request.urlopen(request, timeout=20, context=self.trusts())
        return answer


class Office(DemoClient):
    """The running server of an office, on its network."""

    def __init__(self, data: Path, port: int) -> None:
        """Keep where it serves and where its data are."""
        super().__init__(f"https://{HOST}:{port}", data)
        self.log = data.with_suffix(".log")
        self.authority = data / "tls" / "authority.crt"

    def is_healthy(self) -> bool:
        """Ask once."""
        try:
            return self.authority.exists() and self.get("/healthz").status == 200
        except OSError:
            return False

    def trusts(self) -> ssl.SSLContext:
        """Return the office's own authority."""
        return ssl.create_default_context(cadata=self.authority.read_bytes())


def command_line(data: Path, *arguments: str) -> list[str]:
    """Return how the server is started for the network."""
    return [sys.executable, "-m", "shared.serve", "--data", str(data), "--host", HOST, *arguments]


def environment(**settings: str) -> dict[str, str]:
    """Return this process's environment without settings of Trowulan but those given."""
    return {name: value for name, value in os.environ.items() if not name.startswith("TROWULAN_")} | settings


@contextmanager
def demo_on_the_network(folder: Path) -> Iterator[Office]:
    """Serve a demo until the block ends."""
    port = free_port()
    office = Office(folder / "var", port)
    with (
        office.log.open("w") as log,
        subprocess.Popen(
            command_line(office.data, "--port", str(port)),
            cwd=ROOT,
            env=environment(TROWULAN_DEMO="yes"),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        ) as server,
    ):
        try:
            deadline = time.monotonic() + SECONDS_TO_START
            while not office.is_healthy():
                assert server.poll() is None, office.log.read_text()
                assert time.monotonic() < deadline, office.log.read_text()
                time.sleep(0.1)
            yield office
        finally:
            server.terminate()
            server.wait(10)
