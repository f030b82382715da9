"""A queue of Cloud Tasks on loopback: of Cloud Tasks there is no emulator of Google's.

It takes tasks as the service's REST interface does (projects.locations.queues.tasks.create): a name is good once, and
for its own queue; the task's HTTP request is sent at its time with a token for its audience, and again after growing
pauses until it is answered with success.
"""

from __future__ import annotations

import http.client
import json
import threading
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from infra.emulators.processes import LOOPBACK, answering
from shared.rules.calendar import parse_rfc3339

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_SECONDS_PER_CALL = 60
_LONGEST_PAUSE = 60
_SUCCESSES = range(200, 300)


class _Queue:
    """The tasks of one queue, each a timer."""

    def __init__(self, name: str, token: Callable[[str, str], str]) -> None:
        self._prefix = f"{name}/tasks"
        self._token = token
        self._timers: dict[str, threading.Timer] = {}
        self._lock = threading.Lock()

    def create(self, path: str, body: Mapping[str, Any]) -> HTTPStatus:
        """Take a task; the status is the service's."""
        if path != f"/v2/{self._prefix}":
            return HTTPStatus.NOT_FOUND
        try:
            task = body["task"]
            name, due = task["name"], parse_rfc3339(task["scheduleTime"])
            request = task["httpRequest"]
            timer = threading.Timer((due - datetime.now(UTC)).total_seconds(), self._send, [name, request, 1])
        except (KeyError, TypeError, ValueError):
            return HTTPStatus.BAD_REQUEST
        if not name.startswith(f"{self._prefix}/"):
            return HTTPStatus.BAD_REQUEST
        with self._lock:
            if name in self._timers:
                return HTTPStatus.CONFLICT
            self._start(name, timer)
        return HTTPStatus.OK

    def close(self) -> None:
        """Send no more."""
        with self._lock:
            for timer in self._timers.values():
                timer.cancel()
            self._timers.clear()

    def _start(self, name: str, timer: threading.Timer) -> None:
        timer.daemon = True
        self._timers[name] = timer
        timer.start()

    def _send(self, name: str, request: Mapping[str, Any], attempt: int) -> None:
        if _answer(request, self._token) in _SUCCESSES:
            return
        pause = min(2 ** (attempt - 1), _LONGEST_PAUSE)
        with self._lock:
            if name in self._timers:
                self._start(name, threading.Timer(pause, self._send, [name, request, attempt + 1]))


def _answer(request: Mapping[str, Any], token: Callable[[str, str], str]) -> int:
    url, caller = urlsplit(request["url"]), request["oidcToken"]
    headers = {"Authorization": f"Bearer {token(caller['serviceAccountEmail'], caller['audience'])}"}
    with closing(http.client.HTTPConnection(url.netloc, timeout=_SECONDS_PER_CALL)) as connection:
        try:
            connection.request(request["httpMethod"], url.path, headers=headers)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return HTTPStatus.SERVICE_UNAVAILABLE


@contextmanager
def task_queue(name: str, token: Callable[[str, str], str]) -> Iterator[str]:
    """Serve a queue whose calls bear ``token(account, audience)``; yield its address, like 127.0.0.1:8123."""
    queue = _Queue(name, token)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = b"{}"
            self.send_response(queue.create(self.path, body))
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with answering(ThreadingHTTPServer((LOOPBACK, 0), Handler)) as address:
        try:
            yield address
        finally:
            queue.close()
