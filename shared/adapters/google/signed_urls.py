"""Signed addresses of Cloud Storage's objects (V4, GOOG4-RSA-SHA256).

Written out here because the storage library takes a fifth of a second to load, which a function that only hands out a
link would pay at each cold start, and because it signs for no moment but its own.
Source: https://cloud.google.com/storage/docs/authentication/canonical-requests
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from google.auth.transport import Request

_SECONDS_PER_CALL = 5.0
_ALGORITHM = "GOOG4-RSA-SHA256"
_SCOPE = "https://www.googleapis.com/auth/iam"


class Signer(Protocol):
    """An account that signs: by its own key, or by asking Google to."""

    @property
    def email(self) -> str:
        """The account."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the signature (RSASSA-PKCS1-v1_5 with SHA-256)."""
        ...


@dataclass(frozen=True, slots=True)
class ObjectRequest:
    """The one request that an address allows: the method, the object, and headers that must come just so."""

    method: str
    origin: str
    bucket: str
    name: str
    headers: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The object's path, its slashes left as they are."""
        return f"/{self.bucket}/{quote(self.name, safe='/~')}"


def signed_url(request: ObjectRequest, signer: Signer, now: datetime, until: datetime) -> str:
    """Return the address that allows the request until that moment, seven days at most."""
    query, message = string_to_sign(request, signer.email, now, until)
    signature = signer.sign(message.encode()).hex()
    return f"{request.origin}{request.path}?{query}&X-Goog-Signature={signature}"


def string_to_sign(request: ObjectRequest, email: str, now: datetime, until: datetime) -> tuple[str, str]:
    """Return the address's query without its signature, and the text that is signed. ``now`` is in UTC."""
    headers = {name.lower(): value for name, value in request.headers.items()} | {
        "host": urlsplit(request.origin).netloc
    }
    names = ";".join(sorted(headers))
    scope = f"{now:%Y%m%d}/auto/storage/goog4_request"
    parameters = {
        **request.query,
        "X-Goog-Algorithm": _ALGORITHM,
        "X-Goog-Credential": f"{email}/{scope}",
        "X-Goog-Date": f"{now:%Y%m%dT%H%M%SZ}",
        "X-Goog-Expires": str(int((until - now).total_seconds())),
        "X-Goog-SignedHeaders": names,
    }
    query = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in sorted(parameters.items()))
    lines = [f"{name}:{headers[name]}\n" for name in sorted(headers)]
    canonical = f"{request.method}\n{request.path}\n{query}\n{''.join(lines)}\n{names}\nUNSIGNED-PAYLOAD"
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    return query, f"{_ALGORITHM}\n{now:%Y%m%dT%H%M%SZ}\n{scope}\n{digest}"


def _quoted(text: str) -> str:
    return quote(text, safe="~")


class KeySigner:
    """An account whose private key is here."""

    def __init__(self, email: str, private_key: str) -> None:
        """Sign with a key in PEM."""
        from google.auth.crypt import RSASigner

        self.email = email
        self._signer = RSASigner.from_string(private_key)

    def sign(self, message: bytes) -> bytes:
        """Sign here."""
        return bytes(self._signer.sign(message))


class AmbientSigner:
    """The account that the function runs as, signing by its key if it has one, else by IAM's signBlob.

    On Cloud Run there is no key: the account needs the role Service Account Token Creator on itself.
    """

    def __init__(self, request: Request) -> None:
        """Find the account, asking by ``request``. Raises google.auth's errors where there is none."""
        import google.auth
        from google.auth import credentials, iam

        found, _ = google.auth.default(scopes=[_SCOPE], request=request)
        if isinstance(found, credentials.Signing):
            self.email, self._signer = str(found.signer_email), found.signer
            return
        found.refresh(request)  # only now does the account's own name take the place of "default"
        self.email = str(found.service_account_email)  # type: ignore[attr-defined]  # every account that is no person has it
        self._signer = iam.Signer(request, found, self.email)

    def sign(self, message: bytes) -> bytes:
        """Sign, or have it signed."""
        return bytes(self._signer.sign(message))


def over_network() -> Request:
    """Return what asks Google."""
    import urllib3
    from google.auth.transport.urllib3 import Request

    return Request(urllib3.PoolManager(retries=urllib3.Retry(2, redirect=0), timeout=_SECONDS_PER_CALL))


def throwaway_signer() -> Signer:
    """Return a signer for the emulator, which checks no signature."""
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = generate_private_key(65537, 2048)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return KeySigner("emulator@example.iam.gserviceaccount.com", pem.decode())
