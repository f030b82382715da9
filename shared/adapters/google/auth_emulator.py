"""Signing in at the Firebase Auth emulator, on a developer's machine: a stand-in for an issuer, for nothing else.

The emulator has no page of its own and signs nothing: whoever asks its REST interface gets a token of algorithm "none".
Such a token is taken here in place of a code, and nowhere else; the settings refuse this adapter on Cloud Run.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from shared.adapters.id_token import authenticated_at, check_claims, login_of
from shared.ports.sign_in_issuer import Confirmed, NotConfirmed

if TYPE_CHECKING:
    from datetime import datetime

    from shared.ports.sign_in_issuer import Proofs
    from shared.values import Secret

_CLAIM = "email"


class AuthEmulator:
    """The accounts of a project at the emulator."""

    name = ""  # it has no page to which a button could lead

    def __init__(self, project: str, public_url: str) -> None:
        """Believe the tokens of a project."""
        self._project = project
        self._page = f"{public_url}/masuk/kembali"

    def sign_in_url(self, state: str, proofs: Proofs, *, anew: bool = False) -> str:  # noqa: ARG002 -- the port's form
        """Return the way back, to which the caller adds the emulator's token as the code."""
        return f"{self._page}?{urlencode({'state': state})}"

    def confirm(self, code: Secret, proofs: Proofs, now: datetime) -> Confirmed:  # noqa: ARG002 -- the port's form
        """Return whom the unsigned token names."""
        claims = _unsigned_claims(code.reveal())
        check_claims(claims, f"https://securetoken.google.com/{self._project}", self._project, None, now)
        return Confirmed(login_of(claims, _CLAIM), "", authenticated_at(claims))


def _unsigned_claims(token: str) -> dict[str, Any]:
    header, _, rest = token.partition(".")
    body, _, signature = rest.partition(".")
    try:
        told, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in (header, body))
    except ValueError as error:
        raise NotConfirmed("no token at all") from error
    if not isinstance(claims, dict) or not isinstance(told, dict) or told.get("alg") != "none" or signature:
        raise NotConfirmed("not a token of the emulator")
    return claims
