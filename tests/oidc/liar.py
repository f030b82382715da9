"""An issuer that lies as a test wants: real issuers give out nothing but good tokens."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from joserfc import jwt
from joserfc.jwk import Key, RSAKey

from shared.settings import IssuerSettings
from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

CLIENT_ID = "trowulan"
CLIENT_SECRET = "the client's secret"
CODE = "a-code"
Answer = Callable[[dict[str, str]], tuple[int, object]]


class Liar:
    """Exchanges a code for whatever `lie` says; without a lie it refuses the code."""

    def __init__(self, url: str) -> None:
        """Begin honest, with one key."""
        self.url = url
        self.keys: list[Key] = [new_key("first")]
        self.asked_for_keys = 0
        self.is_down = False
        self.published: dict[str, Any] = {}  # what the discovery document tells otherwise
        self.exchanges: list[tuple[dict[str, str], str]] = []
        self.lie: Answer = lambda _: (HTTPStatus.BAD_REQUEST, {"error": "invalid_grant"})

    def gives(self, token: str) -> None:
        """Give this ID token for the next codes."""
        self.lie = lambda _: (HTTPStatus.OK, {"id_token": token, "access_token": "x", "token_type": "Bearer"})

    def settings(self, claim: str = "nip", secret: str = CLIENT_SECRET) -> IssuerSettings:
        """Return the settings of a client of this issuer."""
        return IssuerSettings(self.url, CLIENT_ID, Secret(secret) if secret else None, claim, "openid", "SSO contoh")

    def id_token(
        self,
        now: datetime,
        *,
        algorithm: str = "RS256",
        signing: Key | None = None,
        **claims: Any,  # noqa: ANN401 -- whatever a liar writes
    ) -> str:
        """Return an ID token of five minutes, but for the claims that are given; None leaves one out."""
        moment = int(now.timestamp())
        told = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "sub": "Subject-1",
            "iat": moment,
            "exp": moment + 300,
            **claims,
        }
        key = signing or self.keys[-1]
        kept = {name: value for name, value in told.items() if value is not None}
        named = {"kid": key.kid} if key.kid else {}
        return jwt.encode({"alg": algorithm, **named}, kept, key, algorithms=[algorithm])

    def document(self, path: str) -> tuple[int, object]:
        """Return the answer to a GET."""
        if self.is_down:
            return HTTPStatus.SERVICE_UNAVAILABLE, {}
        if path == "/certs":
            self.asked_for_keys += 1
            return HTTPStatus.OK, {"keys": [key.as_dict(private=False) for key in self.keys]}
        endpoints = {
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "end_session_endpoint": f"{self.url}/end",
            "jwks_uri": f"{self.url}/certs",
        }
        return HTTPStatus.OK, {"issuer": self.url, **endpoints, **self.published}

    def exchange(self, form: dict[str, str], authorization: str) -> tuple[int, object]:
        """Return the answer to a POST of a code."""
        self.exchanges.append((form, authorization))
        return self.lie(form)


def new_key(key_id: str) -> RSAKey:
    """Return a key of that name."""
    return RSAKey.generate_key(2048, {"kid": key_id, "use": "sig", "alg": "RS256"})


@contextmanager
def serving_liar() -> Iterator[Liar]:
    """Serve one on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(*liar.document(self.path))

        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(*liar.exchange(dict(parse_qsl(form)), self.headers.get("Authorization", "")))

        def _answer(self, status: int, document: object) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(document).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        liar = Liar(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield liar
        finally:
            server.shutdown()
            thread.join()
