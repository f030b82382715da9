"""A token issuer on loopback: what Google's accounts are to our inner functions."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, TypeVar

from joserfc import jwt
from joserfc.jwk import RSAKey

from infra.emulators.processes import LOOPBACK, answering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLER = "pubsub-push@demo-trowulan.iam.gserviceaccount.com"


class Issuer:
    """Its keys, and the tokens signed with them."""

    def __init__(self, url: str) -> None:
        """Begin with one key."""
        self.url = url
        self.keys = [new_key("first")]

    def token(self, audience: str, now: datetime, *, key: RSAKey | None = None, **claims: Any) -> str:  # noqa: ANN401 -- whatever a forger writes
        """Return a token of an hour as Google gives it out, but for the claims that are given; None leaves one out."""
        moment = int(now.timestamp())
        told = {
            "iss": self.url,
            "aud": audience,
            "azp": "112233445566",
            "sub": "112233445566",
            "email": CALLER,
            "email_verified": True,
            "iat": moment,
            "exp": moment + 3600,
        }
        told |= claims
        signing = key or self.keys[-1]
        kept = {name: value for name, value in told.items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": signing.kid}, kept, signing)

    def token_of(self, account: str, audience: str) -> str:
        """Return a token of an account, as Cloud Tasks bears it."""
        return self.token(audience, datetime.now(UTC), email=account)

    def answer(self, path: str) -> dict[str, Any] | None:
        """Return the document of a path, or None."""
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.url, "jwks_uri": f"{self.url}/certs"}
        if path == "/certs":
            return {"keys": [key.as_dict(private=False) for key in self.keys]}
        return None


SomeIssuer = TypeVar("SomeIssuer", bound=Issuer)


def new_key(key_id: str) -> RSAKey:
    """Return a key of that name."""
    return RSAKey.generate_key(2048, {"kid": key_id, "use": "sig", "alg": "RS256"})


@contextmanager
def serving_issuer(make: Callable[[str], SomeIssuer]) -> Iterator[SomeIssuer]:
    """Serve an issuer that is made for its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            document = issuer.answer(self.path)
            self.send_response(HTTPStatus.OK if document else HTTPStatus.SERVICE_UNAVAILABLE)
            self.end_headers()
            self.wfile.write(json.dumps(document).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with answering(ThreadingHTTPServer((LOOPBACK, 0), Handler)) as address:
        issuer = make(f"http://{address}")
        yield issuer
