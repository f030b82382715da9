"""A bucket that keeps Cloud Storage's promises where the emulator doesn't: an object is made only where there is none.

It is a real HTTP server that speaks the two calls of the JSON API that our adapter makes: a multipart upload with
``ifGenerationMatch=0`` and a download of the media. It can also lose an answer, as a network does.
"""

from __future__ import annotations

import base64
import json
import struct
import threading
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import google_crc32c

if TYPE_CHECKING:
    from collections.abc import Iterator


class StrictBucket:
    """Its objects, and what was asked of it."""

    name = "documents"

    def __init__(self, address: str) -> None:
        """Begin empty."""
        self.address = address
        self.objects: dict[str, bytes] = {}
        self.conditions: list[str] = []
        self.answers_to_lose = 0
        self.mutex = threading.Lock()


@contextmanager
def serving_bucket() -> Iterator[StrictBucket]:
    """Serve an empty bucket on loopback."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            asked = parse_qs(urlsplit(self.path).query)
            name, media = _parts(self.headers["Content-Type"], content)
            condition = asked.get("ifGenerationMatch", ["none"])[0]
            with bucket.mutex:
                bucket.conditions.append(condition)
                is_taken = name in bucket.objects
                if is_taken and condition == "0":
                    self._answer(HTTPStatus.PRECONDITION_FAILED, b'{"error":{"code":412,"message":"conditionNotMet"}}')
                    return
                bucket.objects[name] = media
                if bucket.answers_to_lose:
                    bucket.answers_to_lose -= 1
                    self._answer(HTTPStatus.SERVICE_UNAVAILABLE, b"{}")
                    return
            made = {"name": name, "bucket": bucket.name, "generation": "1", "crc32c": _checksum(media)}
            self._answer(HTTPStatus.OK, json.dumps(made).encode())

        def do_GET(self) -> None:
            media = bucket.objects.get(unquote(urlsplit(self.path).path.rpartition("/o/")[2]))
            if media is None:
                self._answer(HTTPStatus.NOT_FOUND, b'{"error":{"code":404,"message":"No such object"}}')
            else:
                self._answer(HTTPStatus.OK, media, {"X-Goog-Hash": f"crc32c={_checksum(media)}"})

        def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        bucket = StrictBucket(f"127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield bucket
        server.shutdown()
        thread.join()


def _parts(content_type: str, content: bytes) -> tuple[str, bytes]:
    """Return the name and the media of a multipart upload: a part that describes and a part that is."""
    boundary = b"--" + content_type.partition("boundary=")[2].strip('"').encode()
    described, media = (part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n") for part in content.split(boundary)[1:3])
    return str(json.loads(described)["name"]), media


def _checksum(media: bytes) -> str:
    return base64.b64encode(struct.pack(">I", google_crc32c.value(media))).decode()
