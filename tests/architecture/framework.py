"""One target in a process of Google's functions-framework, as it is deployed."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.tools.launch import ROOT, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS_TO_START = 30.0


class Deployed:
    """The running target."""

    def __init__(self, port: int) -> None:
        self._port = port

    def post(self, body: object, token: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, Any]]:
        """Call it; return the status and the JSON answered."""
        signed = {"Authorization": f"Bearer {token}"} if token else {}
        sent = {"Content-Type": "application/json", **(headers or {}), **signed}
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            connection.request("POST", "/", json.dumps(body).encode(), sent)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        is_json = "json" in response.headers.get("Content-Type", "")
        return response.status, json.loads(content) if is_json else {}


@contextmanager
def deployed(target: str, data: Path) -> Iterator[Deployed]:
    """Start the target on a data folder, and end it."""
    port, log = free_port(), data.with_name(f"{target}.log")
    arguments = ["--target", target, "--source", "main.py", "--host", "127.0.0.1", "--port", str(port)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TROWULAN_")}
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-m", "functions_framework", *arguments],
            cwd=ROOT,
            env={**environment, "TROWULAN_DATA": str(data)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await_start(process, port, log)
            yield Deployed(port)
        finally:
            process.terminate()


def _await_start(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()
    raise AssertionError(log.read_text(errors="replace")[-2000:])
