"""Who calls inner functions in Google's cloud: Pub/Sub, which pushes events, and Cloud Scheduler.

Both do it with a token that Google gave their account for that function alone. Pub/Sub's emulator pushes without one,
so a gate stands between it and the functions; of Cloud Scheduler there is no emulator at all.
"""

from __future__ import annotations

import http.client
import json
import logging
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from infra.emulators.processes import LOOPBACK, answering
from shared.schedule import next_run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_SECONDS_TO_ACKNOWLEDGE = 50  # of the 60 that a subscription has
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.25, 5.0  # seconds
_SECONDS_PER_CALL = 60  # as long as Pub/Sub waits for a push

_log = logging.getLogger("trowulan.emulators")


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """The account that may call inner functions: where each of them answers, and the token for it."""

    address: Callable[[str], str | None]
    token: Callable[[str], str]

    def call(self, target: str, body: bytes = b"") -> int:
        """Call a function and return its status; one that isn't there is like a service that doesn't answer."""
        address = self.address(target)
        if address is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        url = urlsplit(address)
        connection = http.client.HTTPConnection(url.netloc, timeout=_SECONDS_PER_CALL)
        headers = {"Authorization": f"Bearer {self.token(target)}", "Content-Type": "application/json"}
        try:
            connection.request("POST", url.path or "/", body, headers)
            response = connection.getresponse()
            response.read()
        except OSError:
            return HTTPStatus.SERVICE_UNAVAILABLE
        finally:
            connection.close()
        return response.status


@dataclass(frozen=True, slots=True)
class Delivery:
    """A push that went through the gate, how it was answered, and when (on the monotonic clock)."""

    target: str
    event_id: str
    status: int
    at: float


@contextmanager
def gate(account: ServiceAccount, seen: Callable[[Delivery], None] = lambda _: None) -> Iterator[str]:
    """Pass pushes to ``<address>/<target>`` on to that function, with its token; yield the address.

    One that fails is tried again after growing pauses, as a retry policy of Pub/Sub has it. The emulator knows none:
    it tries a hundred times in seconds, and then sends that subscriber nothing for many minutes.
    """
    ending = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            target, body = self.path.strip("/"), self.rfile.read(int(self.headers["Content-Length"]))
            event_id = json.loads(body)["message"]["attributes"]["id"]
            began, pause = time.monotonic(), _SHORTEST_PAUSE
            while True:
                status = account.call(target, body)
                seen(Delivery(target, event_id, status, time.monotonic()))
                late = time.monotonic() - began + pause > _SECONDS_TO_ACKNOWLEDGE
                if status < HTTPStatus.BAD_REQUEST or late or ending.wait(pause):
                    break
                pause = min(2 * pause, _LONGEST_PAUSE)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with answering(ThreadingHTTPServer((LOOPBACK, 0), Handler)) as address:
        try:
            yield f"http://{address}"
        finally:
            ending.set()


@contextmanager
def scheduler(
    functions: Iterable[Mapping[str, Any]],
    call: Callable[[str], int],
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Iterator[None]:
    """Call each scheduled function of the manifest whenever it is due."""
    ending = threading.Event()

    def keep(target: str, cron: str) -> None:
        due = next_run(cron, now())
        while not ending.wait((due - now()).total_seconds()):
            status = call(target)
            if status != HTTPStatus.OK:
                _log.warning("%s answered the scheduler with %d", target, status)
            due = next_run(cron, max(due, now()))

    schedules = [(function["target"], function["cron"]) for function in functions if function["cron"]]
    threads = [threading.Thread(target=keep, args=schedule) for schedule in schedules]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        ending.set()
        for thread in threads:
            thread.join()
