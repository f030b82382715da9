"""A server after an update: what it serves is the same portal, built anew."""

from __future__ import annotations

import http.client
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.server import Server

BEFORE, AFTER = b"<title>Trowulan ", b"<title>Trowulan yang baru "
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Update:
    """A door before the server that, once the update is out, hands out another index page and worker."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = ""
        self.is_out = False

    def changed(self, path: str, body: bytes) -> bytes:
        """Return what a newer build would have served under the path."""
        if not self.is_out:
            return body
        if path == "/sw.js":  # names the index page by its revision
            return body.replace(b"url:`/index.html`,revision:`", b"url:`/index.html`,revision:`baru-")
        return body.replace(BEFORE, AFTER) if path.startswith("/index.html") else body


@contextmanager
def before(server: Server) -> Iterator[Update]:
    """Open the door on a port of its own until the block ends."""
    update = Update(server)

    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._pass_on(b"")

        def do_POST(self) -> None:
            self._pass_on(self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_: Any) -> None:  # noqa: ANN401 -- the base's form
            """Say nothing."""

        def _pass_on(self, sent: bytes) -> None:
            headers = dict(self.headers) | {"Accept-Encoding": "identity"}
            behind = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
            behind.request(self.command, self.path, sent, headers)
            answer = behind.getresponse()
            body = update.changed(self.path, answer.read())
            behind.close()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in HOP_BY_HOP:
                    self.send_header(name, value)
            if answer.status != http.HTTPStatus.NOT_MODIFIED:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    door = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    update.url = f"http://127.0.0.1:{door.server_port}"
    threading.Thread(target=door.serve_forever, daemon=True).start()
    yield update
    door.shutdown()
    door.server_close()
