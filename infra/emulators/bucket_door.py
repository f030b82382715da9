"""The door of the bucket: Cloud Storage lets the portal's pages send files to it (CORS), its emulator knows no pages.

All else passes through as it comes.
"""

from __future__ import annotations

import http.client
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from infra.emulators.processes import LOOPBACK, answering

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

_SECONDS_PER_CALL = 60
_OF_THE_CONNECTION = {"connection", "content-length", "date", "server", "transfer-encoding"}


class _Handler(BaseHTTPRequestHandler):
    """One request, for the pages of one origin; what it carries goes to the emulator and back."""

    emulator: str
    page: str
    turn: threading.Lock  # the emulator answers one call at a time, and breaks off those that pile up before it
    protocol_version = "HTTP/1.1"

    def do_OPTIONS(self) -> None:
        asked = self.headers.get("Access-Control-Request-Headers", "")
        allowed = [("Access-Control-Allow-Methods", "PUT"), ("Access-Control-Allow-Headers", asked)]
        self._answer(HTTPStatus.OK, allowed, b"")

    def do_DELETE(self) -> None:
        self._pass_on()

    def do_GET(self) -> None:
        self._pass_on()

    def do_PATCH(self) -> None:
        self._pass_on()

    def do_POST(self) -> None:
        self._pass_on()

    def do_PUT(self) -> None:
        self._pass_on()

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        if len(body) < length:  # the sender has given up; the emulator would wait for the rest, and nobody get a turn
            self.close_connection = True
            return
        connection = http.client.HTTPConnection(self.emulator, timeout=_SECONDS_PER_CALL)
        try:
            with self.turn:
                connection.request(self.command, self.path, body, dict(self.headers))
                response = connection.getresponse()
                content = response.read()
        finally:
            connection.close()
        headers = [it for it in response.getheaders() if it[0].lower() not in _OF_THE_CONNECTION]
        self._answer(response.status, headers, content)

    def _answer(self, status: int, headers: Iterable[tuple[str, str]], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if self.headers.get("Origin") == self.page:
            self.send_header("Access-Control-Allow-Origin", self.page)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def bucket_door(emulator: str, page: str, port: int = 0) -> AbstractContextManager[str]:
    """Stand before the emulator, on a port or on any, for the pages of an origin; give the door's address."""
    handler = type("Handler", (_Handler,), {"emulator": emulator, "page": page, "turn": threading.Lock()})
    return answering(ThreadingHTTPServer((LOOPBACK, port), handler))
