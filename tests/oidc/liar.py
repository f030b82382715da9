"""An issuer that lies as a test wants: real issuers give out nothing but good tokens."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from joserfc import jwt

from shared.settings import IssuerSettings
from shared.values import Secret
from tests.cloud.issuer import Issuer

if TYPE_CHECKING:
    from datetime import datetime

    from joserfc.jwk import Key

CLIENT_ID = "trowulan"
CLIENT_SECRET = "the client's secret"
CODE = "a-code"
Answer = Callable[[dict[str, str]], tuple[int, object]]


class Liar(Issuer):
    """Exchanges a code for whatever `lie` says; without a lie it refuses the code."""

    def __init__(self, url: str) -> None:
        """Begin honest."""
        super().__init__(url)
        self.published: dict[str, Any] = {}
        self.exchanges: list[tuple[dict[str, str], str]] = []
        self.lie: Answer | None = None

    def answer(self, path: str) -> dict[str, Any] | None:
        """Return the document of a path; ``published`` overrides what the discovery document tells."""
        document = super().answer(path)
        if document is None or "issuer" not in document:
            return document
        told = {"authorization_endpoint": f"{self.url}/authorize", "token_endpoint": f"{self.url}/token"}
        return {**document, **told, "end_session_endpoint": f"{self.url}/end", **self.published}

    def redeem(self, form: dict[str, str], authorization: str) -> tuple[int, object]:
        """Exchange a code."""
        self.exchanges.append((form, authorization))
        if self.is_down or self.lie is None:
            return (503, "down") if self.is_down else (400, {"error": "invalid_grant"})
        return self.lie(form)

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
