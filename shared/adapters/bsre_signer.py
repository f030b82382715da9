"""Signing at BSrE, the state's own authority (Balai Sertifikasi Elektronik), through an office's esign client service.

The service stands in the office's network, knows people by their NIK, and holds their keys. It answers a refusal with
``{error, status_code}``: 2011 there is no such user, 2031 wrong passphrase. What it says in words is not repeated
anywhere, for it may tell of whom. A NIK is part of one address, so addresses are logged nowhere.
"""

from __future__ import annotations

import base64
import json
import logging
import re
import secrets
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from shared.adapters.egress import Answer, Limits, Unreachable, exchange
from shared.ports.signer import (
    CertificateNotValid,
    NotEnrolled,
    PdfRefused,
    SignedPdf,
    SignerAnswersNonsense,
    SignerState,
    SignerStatus,
    SignerUnavailable,
    SigningFailed,
    WrongPassphrase,
    is_pdf,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.ports.signer import SignerIdentity
    from shared.settings import BsreSettings
    from shared.values import Secret

_OK = 200
_BUSY = frozenset({429, 503, 504})
_OURSELVES = frozenset({401, 403})  # our own name or password
_PAUSES = (1.0, 3.0)  # before the second try and the third
_LIMITS = Limits(seconds=45.0, longest=64 << 20)
_NIK = re.compile(r"[0-9]{16}")
_DOCUMENT = re.compile(r"[A-Za-z0-9_.-]{1,200}")
_NOT_REGISTERED, _WRONG_PASSPHRASE, _ACTIVE = 2011, 2031, 1111
_TEXT = "Ditandatangani secara elektronik"
# The words by which the service tells what became of a certificate, in any spelling of theirs.
_STATES = {
    "ISSUE": SignerState.ACTIVE,
    "ISSUED": SignerState.ACTIVE,
    "ACTIVE": SignerState.ACTIVE,
    "NOT_REGISTERED": SignerState.NOT_ENROLLED,
    "NO_CERTIFICATE": SignerState.NOT_ENROLLED,
    "NEW": SignerState.WAITING,
    "RENEW": SignerState.WAITING,
    "WAITING_FOR_VERIFICATION": SignerState.WAITING,
    "EXPIRED": SignerState.EXPIRED,
    "SUSPEND": SignerState.SUSPENDED,
    "SUSPENDED": SignerState.SUSPENDED,
    "REVOKE": SignerState.REVOKED,
    "REVOKED": SignerState.REVOKED,
}

_log = logging.getLogger("trowulan")


def state_of(told: Mapping[str, Any]) -> SignerState:
    """Return the state that an answer of the service means: its code where we know it, otherwise its word."""
    code = _code(told)
    if code == _ACTIVE:
        return SignerState.ACTIVE
    if code == _NOT_REGISTERED:
        return SignerState.NOT_ENROLLED
    word = re.sub(r"[\s-]+", "_", str(told.get("status", "")).strip().upper())
    return _STATES.get(word, SignerState.UNKNOWN)


class BsreSigner:
    """The client service of one office."""

    def __init__(self, settings: BsreSettings, *, limits: Limits = _LIMITS, pauses: Sequence[float] = _PAUSES) -> None:
        """Remember where; nothing is opened."""
        self._settings = settings
        self._limits = limits
        self._pauses = pauses

    def sign(self, pdf: bytes, *, signer: SignerIdentity, passphrase: Secret, reason: str, location: str) -> SignedPdf:
        """Have the service sign the PDF by this person's certificate."""
        if not is_pdf(pdf):
            raise PdfRefused("it does not begin as one")
        nik = _nik(signer)
        fields = {
            "nik": nik,
            "passphrase": passphrase.reveal(),
            "tampilan": "invisible",
            "reason": reason,
            "location": location,
            "text": _TEXT,
        }
        body, media_type = _form(pdf, fields)
        answer = self._asked("POST", "/api/sign/pdf", body, {"Content-Type": media_type})
        if answer.status != _OK:
            raise self._refused(answer, signer)
        document_id = answer.headers.get("id_dokumen", "")
        signed = answer.body
        if not answer.is_whole and _DOCUMENT.fullmatch(document_id):
            signed = self.download(document_id)  # it was signed; only the way back broke
        elif not answer.is_whole:
            raise SignerUnavailable("the answer broke off")
        if not is_pdf(signed):
            raise SignerAnswersNonsense("what should be a signed PDF is none")
        return SignedPdf.of(pdf, signed, document_id)

    def status(self, identity: SignerIdentity) -> SignerStatus:
        """Ask the service what it knows of the person."""
        if not _NIK.fullmatch(identity.nik):
            return SignerStatus(SignerState.NOT_ENROLLED)
        told = _told(self._asked("GET", f"/api/user/status/{identity.nik}"))
        return SignerStatus(state_of(told))

    def download(self, document_id: str) -> bytes:
        """Return a PDF that the service has signed, by the id that it gave it."""
        answer = self._asked("GET", f"/api/sign/download/{quote(document_id, safe='')}")
        if answer.status != _OK or not answer.is_whole or not is_pdf(answer.body):
            raise SignerAnswersNonsense(f"the signed PDF can't be fetched: {answer.status}")
        return answer.body

    def _asked(self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer; a service that has too much to do is asked again, and one that is silent is not."""
        pair = f"{self._settings.user}:{self._settings.password.reveal()}"
        authorization = {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
        address, sent = f"{self._settings.url}{path}", {**authorization, **(headers or {})}
        answer = self._tried(method, address, body, sent)
        for pause in self._pauses:
            if answer.status not in _BUSY:
                break
            time.sleep(pause)
            answer = self._tried(method, address, body, sent)
        if answer.status in _BUSY:
            raise _logged(SignerUnavailable(f"it answers {answer.status}"))
        if answer.status in _OURSELVES:
            raise _logged(SignerUnavailable(f"it refuses our own user and password: {answer.status}"))
        return answer

    def _tried(self, method: str, address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        try:
            return exchange(method, address, body, headers, self._limits, plain=self._settings.is_plain)
        except Unreachable as why:
            raise _logged(SignerUnavailable(str(why))) from None

    def _refused(self, answer: Answer, signer: SignerIdentity) -> SigningFailed:
        """Return what a refusal means; where its code says nothing to us, what became of the certificate may."""
        code = _code(_told(answer))
        if code == _WRONG_PASSPHRASE:
            return WrongPassphrase()
        if code == _NOT_REGISTERED:
            return NotEnrolled()
        state = self.status(signer).state
        if state is SignerState.NOT_ENROLLED:
            return NotEnrolled()
        if state not in {SignerState.ACTIVE, SignerState.UNKNOWN}:
            return CertificateNotValid(state)
        return _logged(SignerAnswersNonsense(f"it refuses with {answer.status} and code {code}"))


def _logged(failed: SigningFailed) -> SigningFailed:
    _log.warning("BSrE: %s", failed)
    return failed


def _nik(signer: SignerIdentity) -> str:
    if not _NIK.fullmatch(signer.nik):
        raise NotEnrolled  # whose NIK we don't know, the service doesn't know either
    return signer.nik


def _told(answer: Answer) -> dict[str, Any]:
    """Return the object that a refusal or a status is told in. Raises SignerAnswersNonsense."""
    try:
        told = json.loads(answer.body)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise _logged(SignerAnswersNonsense(f"it answers {answer.status} without saying why"))
    return told


def _code(told: Mapping[str, Any]) -> int:
    code = str(told.get("status_code", ""))
    return int(code) if re.fullmatch(r"[0-9]{1,6}", code) else 0


def _form(pdf: bytes, fields: Mapping[str, str]) -> tuple[bytes, str]:
    """Return a form with the file in it, and its type (RFC 7578)."""
    boundary = secrets.token_hex(16)
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="surat.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    return b"".join([*parts, head.encode(), pdf, f"\r\n--{boundary}--\r\n".encode()]), (
        f"multipart/form-data; boundary={boundary}"
    )
