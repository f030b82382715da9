"""A client service of BSrE (esign) on loopback, which really signs; and which fails as a test wants.

It holds certificates as ours does, of an authority of its own, and knows people by their NIK.
"""

from __future__ import annotations

import base64
import json
import threading
import time
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from werkzeug.formparser import parse_form_data

from shared.ports.signer import (
    CertificateNotValid,
    SignerIdentity,
    SignerState,
    WrongPassphrase,
)
from shared.settings import BsreSettings
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from shared.adapters.local_signer import LocalSigner

USER = "trowulan"
PASSWORD = "a password of the tests"  # betterleaks:allow -- of the local service alone
_WORDS = {
    SignerState.ACTIVE: (1111, "ISSUE"),
    SignerState.NOT_ENROLLED: (2011, "NOT_REGISTERED"),
    SignerState.EXPIRED: (2021, "EXPIRED"),
    SignerState.REVOKED: (2021, "REVOKE"),
}
Reply = tuple[int, "Mapping[str, str]", bytes]


class Bsre:
    """What it knows, what it was asked, and what goes wrong with the next calls, one after the other."""

    def __init__(self, url: str, holding: LocalSigner) -> None:
        """Begin with nobody, and in good health."""
        self.url = url
        self.holding = holding
        self.people: dict[str, SignerIdentity] = {}
        self.asked: list[str] = []
        self.forms: list[dict[str, str]] = []
        self.signed: dict[str, bytes] = {}
        self.trouble: list[Callable[[_Handler], Reply | None]] = []

    def settings(self, password: str = PASSWORD) -> BsreSettings:
        """Return how it is reached."""
        return BsreSettings(self.url, USER, Secret(password), is_plain=True)

    def enrol(self, who: SignerIdentity, passphrase: Secret) -> None:
        """Know a person, and give them a certificate."""
        self.people[who.nik] = who
        self.holding.enrol(who, passphrase)

    def sign(self, form: Mapping[str, str], pdf: bytes) -> Reply:
        """Sign, or say why not; its words tell of whom, as words of people do."""
        self.forms.append(dict(form))
        nik, passphrase = form["nik"], Secret(form["passphrase"])
        who = self.people.get(nik)
        if who is None:
            return refusal(2011, f"User {nik} belum terdaftar")
        try:
            made = self.holding.sign(
                pdf, signer=who, passphrase=passphrase, reason=form["reason"], location=form["location"]
            )
        except WrongPassphrase:
            return refusal(2031, f"Passphrase {form['passphrase']} salah untuk {nik}")
        except CertificateNotValid:
            return refusal(2021, f"Sertifikat {nik} tidak berlaku")
        self.signed[made.document_id] = made.pdf
        return HTTPStatus.OK, {"Content-Type": "application/pdf", "id_dokumen": made.document_id}, made.pdf

    def status(self, nik: str) -> Reply:
        """Tell what became of a person's certificate."""
        who = self.people.get(nik)
        state = self.holding.status(who).state if who else SignerState.NOT_ENROLLED
        code, word = _WORDS[state]
        return HTTPStatus.OK, {}, json.dumps({"status_code": code, "status": word}).encode()


def refusal(code: int, error: str = "ditolak") -> Reply:
    """Return a refusal as the service words it."""
    body = json.dumps({"error": error, "status_code": code}).encode()
    return HTTPStatus.BAD_REQUEST, {"Content-Type": "application/json"}, body


def answers(status: int, body: bytes = b"", **headers: str) -> Callable[[_Handler], Reply]:
    """Answer this once, whatever is asked."""
    return lambda _: (status, headers, body)


def is_silent(seconds: float) -> Callable[[_Handler], None]:
    """Say nothing once, for so long."""

    def wait(_: _Handler) -> None:
        time.sleep(seconds)

    return wait


def breaks_off(handler: _Handler) -> Reply:
    """Sign once, and lose the second half of the answer."""
    status, headers, body = handler.reply()
    return status, {**headers, "Content-Length": str(len(body))}, body[: len(body) // 2]


class _Handler(BaseHTTPRequestHandler):
    """One call."""

    server: _Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def reply(self) -> Reply:
        """Return what a healthy service answers."""
        service = self.server.service
        pair = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.headers.get("Authorization") != f"Basic {pair}":
            return HTTPStatus.UNAUTHORIZED, {}, b""
        if (self.command, self.path) == ("POST", "/api/sign/pdf"):
            environ: dict[str, Any] = {
                "wsgi.input": self.rfile,
                "CONTENT_TYPE": self.headers["Content-Type"],
                "CONTENT_LENGTH": self.headers["Content-Length"],
                "REQUEST_METHOD": "POST",
            }
            _, form, files = parse_form_data(environ)
            file = files["file"]
            assert file.filename is not None
            assert file.filename.endswith(".pdf")
            content = file.read()
            file.close()
            return service.sign(form.to_dict(), content)
        if self.path.startswith("/api/user/status/"):
            return service.status(self.path.rpartition("/")[2])
        if self.path.startswith("/api/sign/download/"):
            found = service.signed.get(self.path.rpartition("/")[2])
            return (HTTPStatus.OK, {}, found) if found else refusal(2001)
        return HTTPStatus.NOT_FOUND, {}, b""

    def _answer(self) -> None:
        service = self.server.service
        service.asked.append(self.path.split("/")[2])
        trouble = service.trouble.pop(0) if service.trouble else None
        replied = trouble(self) if trouble else None
        status, headers, body = replied or self.reply()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # who is still in a call is waited for
    service: Bsre

    def handle_error(self, *_: object) -> None:
        """Say nothing of callers who have gone: that is what they should do."""


@contextmanager
def serving_bsre(holding: LocalSigner) -> Iterator[Bsre]:
    """Serve one."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.service = Bsre(f"http://127.0.0.1:{server.server_port}", holding)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.service
        finally:
            server.shutdown()
            thread.join()
