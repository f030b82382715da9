"""The door behind the links to files: what a bucket does with its signed addresses, on our own server.

PUT takes one file into quarantine, GET answers with one document. The link alone decides; whoever is signed in here
makes no difference, as in the cloud.
"""

from __future__ import annotations

import json
import secrets
import threading
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from shared.adapters.embedded.folder_documents import WrongLength
from shared.kernel.problems import CONTENT_TYPE, Problem
from shared.ports.documents import Download, NameTaken, Upload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from shared.adapters.embedded.file_links import FileLinks
    from shared.adapters.embedded.folder_documents import FolderDocuments
    from shared.ports.clock import Clock

    Environ = dict[str, Any]
    StartResponse = Callable[[str, list[tuple[str, str]]], Any]

_CHUNK = 1 << 18
_AT_ONCE = 6  # files that arrive side by side, each on a thread of the server's sixteen: a slow line may hold it long
_SAFE = [
    ("Cache-Control", "no-store, private"),
    ("Content-Security-Policy", "default-src 'none'; sandbox"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
]

_LINK_OVER = Problem("link-over", 403, "Tautan sudah tidak berlaku.", "Buka halamannya lagi, lalu ulangi.")
_LENGTH_NEEDED = Problem("length-needed", 411, "Panjang berkas tidak disebut.", "Kirim bersama Content-Length.")
_OTHER_TYPE = Problem("other-type", 415, "Jenis berkas berbeda.", "Kirim berkas yang jenisnya sudah disebut.")
_OTHER_LENGTH = Problem("other-length", 400, "Panjang berkas berbeda.", "Kirim berkas yang panjangnya sudah disebut.")
_SENT_BEFORE = Problem("sent-before", 412, "Berkas sudah terkirim.", "Lanjutkan; berkas tidak perlu dikirim lagi.")
_BUSY = Problem(
    "files-busy", 503, "Banyak berkas sedang diunggah.", "Tunggu sebentar, lalu ulangi.", headers={"Retry-After": "5"}
)
_GONE = Problem("file-gone", 404, "Berkas sudah tidak ada.", "Muat ulang halamannya.")


class FileDoor:
    """Answers the links of a folder's documents."""

    def __init__(self, documents: FolderDocuments, links: FileLinks, clock: Clock) -> None:
        """Read links at the clock's time."""
        self._documents = documents
        self._links = links
        self._clock = clock
        self._places = threading.BoundedSemaphore(_AT_ONCE)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        method = environ["REQUEST_METHOD"]
        allowed = self._links.read("GET" if method == "HEAD" else method, environ["PATH_INFO"], self._clock.now())
        match allowed:
            case Upload():
                return _tell(start_response, self._take(allowed, environ))
            case Download():
                content = self._hand_out(allowed, start_response)
                return [] if method == "HEAD" else content
            case None:
                return _tell(start_response, _LINK_OVER)

    def _take(self, upload: Upload, environ: Environ) -> Problem | None:
        """Take the file into quarantine; return what is wrong with it."""
        length = environ.get("CONTENT_LENGTH", "")
        if not length.isdecimal():
            return _LENGTH_NEEDED
        if environ.get("CONTENT_TYPE") != upload.media_type:
            return _OTHER_TYPE
        if int(length) != upload.size:
            return _OTHER_LENGTH
        if not self._places.acquire(blocking=False):
            return _BUSY
        try:
            return self._receive(upload, environ["wsgi.input"])
        finally:
            self._places.release()

    def _receive(self, upload: Upload, stream: Any) -> Problem | None:
        try:
            self._documents.receive(upload, _chunks(stream, upload.size))
        except WrongLength:  # the connection broke off
            return _OTHER_LENGTH
        except NameTaken:
            return _SENT_BEFORE
        return None

    def _hand_out(self, download: Download, start_response: StartResponse) -> Iterable[bytes]:
        content = self._documents.load(download.name)
        if content is None:
            return _tell(start_response, _GONE)
        start_response(
            "200 OK",
            [
                ("Content-Type", download.media_type),
                ("Content-Length", str(len(content))),
                ("Content-Disposition", download.disposition),
                *_SAFE,
            ],
        )
        return [content]


def _chunks(stream: Any, size: int) -> Iterator[bytes]:
    while size > 0 and (chunk := stream.read(min(_CHUNK, size))):
        size -= len(chunk)
        yield chunk


def _tell(start_response: StartResponse, problem: Problem | None) -> Iterable[bytes]:
    if problem is None:
        start_response("200 OK", [("Content-Length", "0"), *_SAFE])
        return []
    body = json.dumps(problem.body(secrets.token_hex(16)), ensure_ascii=False).encode()
    status = HTTPStatus(problem.status)
    headers = [("Content-Type", CONTENT_TYPE), ("Content-Length", str(len(body))), *problem.headers.items(), *_SAFE]
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]
