"""A bucket that keeps Cloud Storage's promises where the emulator doesn't.

An object is made only where there is none, and a signed address allows what was signed and nothing else: its signature
is checked here from the request alone, by the account's public key. It is a real HTTP server that speaks the calls of
the JSON API that our adapter makes and the XML API's PUT and GET behind signed addresses. It can also lose an answer,
as a network does.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import struct
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import google_crc32c
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from shared.adapters.google.signed_urls import KeySigner
from shared.rules.calendar import rfc3339

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ACCOUNT = "signer@demo-trowulan.iam.gserviceaccount.com"


class StrictBucket:
    """Its objects, and what was asked of it."""

    name = "documents"

    def __init__(self, address: str) -> None:
        """Begin empty."""
        self.address = address
        self.objects: dict[str, bytes] = {}
        self.conditions: list[str] = []
        self.answers_to_lose = 0
        self.now = datetime.now(UTC)
        self.mutex = threading.Lock()

    def refuses(self, method: str, target: str, headers: Mapping[str, str]) -> HTTPStatus | None:
        """Return how a request by a signed address is refused, or None when it is allowed.

        https://cloud.google.com/storage/docs/authentication/signatures
        """
        path, _, query = target.partition("?")
        signed, _, signature = query.partition("&X-Goog-Signature=")
        asked = {name: values[0] for name, values in parse_qs(signed).items()}
        if not re.fullmatch("[0-9a-f]{512}", signature) or asked.get("X-Goog-Algorithm") != "GOOG4-RSA-SHA256":
            return HTTPStatus.FORBIDDEN
        names = asked["X-Goog-SignedHeaders"]
        sent = {name.lower(): value.strip() for name, value in headers.items()}
        if "host" not in names.split(";") or any(name.startswith("x-goog-") and name not in names for name in sent):
            return HTTPStatus.FORBIDDEN
        lines = "".join(f"{name}:{sent.get(name, '')}\n" for name in names.split(";"))
        canonical = f"{method}\n{path}\n{signed}\n{lines}\n{names}\nUNSIGNED-PAYLOAD"
        account, _, scope = asked["X-Goog-Credential"].partition("/")
        text = "\n".join(
            ["GOOG4-RSA-SHA256", asked["X-Goog-Date"], scope, hashlib.sha256(canonical.encode()).hexdigest()]
        )
        try:
            key().public_key().verify(bytes.fromhex(signature), text.encode(), PKCS1v15(), SHA256())
        except InvalidSignature:
            return HTTPStatus.FORBIDDEN
        since = datetime.strptime(asked["X-Goog-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        is_over = self.now >= since + timedelta(seconds=int(asked["X-Goog-Expires"]))
        return HTTPStatus.BAD_REQUEST if is_over or account != ACCOUNT else None


@cache
def key() -> RSAPrivateKey:
    """Return the account's private key, made for this run of the tests."""
    return generate_private_key(65537, 2048)


def signer() -> KeySigner:
    """Return the account as the adapter takes it."""
    pem = key().private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return KeySigner(ACCOUNT, pem.decode())


class _Handler(BaseHTTPRequestHandler):
    """One request to the bucket that the server serves."""

    bucket: StrictBucket
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        asked = parse_qs(urlsplit(self.path).query)
        name, media = _parts(self.headers["Content-Type"], content)
        condition = asked.get("ifGenerationMatch", ["none"])[0]
        with self.bucket.mutex:
            self.bucket.conditions.append(condition)
            is_taken = name in self.bucket.objects
            if is_taken and condition == "0":
                self._answer(HTTPStatus.PRECONDITION_FAILED, b'{"error":{"code":412,"message":"conditionNotMet"}}')
                return
            self.bucket.objects[name] = media
            if self.bucket.answers_to_lose:
                self.bucket.answers_to_lose -= 1
                self._answer(HTTPStatus.SERVICE_UNAVAILABLE, b"{}")
                return
        made = {"name": name, "bucket": self.bucket.name, "generation": "1", "crc32c": _checksum(media)}
        self._answer(HTTPStatus.OK, json.dumps(made).encode())

    def do_GET(self) -> None:
        path, asked = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path.startswith(f"/{self.bucket.name}/"):
            self._by_signed_address(path, asked)
        elif path.endswith("/o"):
            self._list(asked.get("prefix", [""])[0])
        else:
            self._media(unquote(path.rpartition("/o/")[2]), {})

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        refused = self.bucket.refuses("PUT", self.path, dict(self.headers))
        name = unquote(urlsplit(self.path).path.removeprefix(f"/{self.bucket.name}/"))
        shortest, _, longest = self.headers.get("x-goog-content-length-range", "0,0").partition(",")
        if refused is None and not int(shortest) <= len(content) <= int(longest):
            refused = HTTPStatus.BAD_REQUEST
        with self.bucket.mutex:
            if refused is None and name in self.bucket.objects and self.headers["x-goog-if-generation-match"] == "0":
                refused = HTTPStatus.PRECONDITION_FAILED
            if refused is None:
                self.bucket.objects[name] = content
        self._answer(refused or HTTPStatus.OK, b"")

    def do_DELETE(self) -> None:
        name = unquote(urlsplit(self.path).path.rpartition("/o/")[2])
        with self.bucket.mutex:
            found = self.bucket.objects.pop(name, None)
        self._answer(HTTPStatus.NOT_FOUND if found is None else HTTPStatus.NO_CONTENT, b"")

    def _by_signed_address(self, path: str, asked: Mapping[str, list[str]]) -> None:
        refused = self.bucket.refuses("GET", self.path, dict(self.headers))
        if refused:
            self._answer(refused, b"")
            return
        told = {"Content-Disposition": "response-content-disposition", "Content-Type": "response-content-type"}
        name = unquote(path.removeprefix(f"/{self.bucket.name}/"))
        self._media(name, {header: asked[parameter][0] for header, parameter in told.items()})

    def _media(self, name: str, headers: dict[str, str]) -> None:
        media = self.bucket.objects.get(name)
        wanted = re.fullmatch(r"bytes=0-(\d+)", self.headers.get("Range", ""))
        if media is None:
            self._answer(HTTPStatus.NOT_FOUND, b'{"error":{"code":404,"message":"No such object"}}')
        elif wanted and not media:
            self._answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"")
        elif wanted:
            part = media[: int(wanted[1]) + 1]
            spread = {"Content-Range": f"bytes 0-{len(part) - 1}/{len(media)}"}
            self._answer(HTTPStatus.PARTIAL_CONTENT, part, headers | spread)
        else:
            self._answer(HTTPStatus.OK, media, headers | {"X-Goog-Hash": f"crc32c={_checksum(media)}"})

    def _list(self, prefix: str) -> None:
        made = rfc3339(self.bucket.now)
        items = [{"name": name, "timeCreated": made} for name in self.bucket.objects if name.startswith(prefix)]
        self._answer(HTTPStatus.OK, json.dumps({"items": items}).encode(), {"Content-Type": "application/json"})

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving_bucket() -> Iterator[StrictBucket]:
    """Serve an empty bucket on loopback."""

    class Handler(_Handler):
        """The one of this bucket."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Handler.bucket = bucket = StrictBucket(f"127.0.0.1:{server.server_port}")
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
