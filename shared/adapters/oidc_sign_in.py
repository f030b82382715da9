"""Signing in at an OpenID Connect issuer: authorization code with PKCE (RFC 6749, RFC 7636, RFC 9700)."""

from __future__ import annotations

import base64
import hashlib
import logging
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

from shared.adapters.egress import ask
from shared.adapters.id_token import authenticated_at, check_claims, login_of, signed_claims
from shared.ports.sign_in_issuer import Confirmed, IssuerUnreachable, NotConfirmed

if TYPE_CHECKING:
    from datetime import datetime

    from shared.adapters.issuer_keys import IssuerKeys
    from shared.ports.sign_in_issuer import Proofs
    from shared.settings import IssuerSettings
    from shared.values import Secret

_OK = 200
_CLIENT_ERROR, _SERVER_ERROR = 400, 500
_WORD = re.compile(r"[a-z_]{1,60}")

_log = logging.getLogger("trowulan")


class OidcSignIn:
    """One issuer, at which this deployment is one client."""

    def __init__(self, settings: IssuerSettings, keys: IssuerKeys, public_url: str) -> None:
        """Come back to ``public_url``; the issuer is asked when somebody first signs in."""
        self._settings = settings
        self._keys = keys
        self._redirect_uri = f"{public_url}/masuk/kembali"
        self._after_sign_out = f"{public_url}/masuk"

    @property
    def name(self) -> str:
        """Its name, as people know it."""
        return self._settings.name

    def sign_in_url(self, state: str, proofs: Proofs, *, anew: bool = False) -> str:
        """Return the issuer's authorization endpoint with all that it must know (for anew: Core 3.1.2.1)."""
        digest = hashlib.sha256(proofs.verifier.reveal().encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self._settings.client_id,
            "redirect_uri": self._redirect_uri,
            "scope": self._settings.scope,
            "state": state,
            "nonce": proofs.nonce,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        again = {"prompt": "login", "max_age": "0"} if anew else {}
        return _with(self._needed("authorization_endpoint"), asked | again)

    def confirm(self, code: Secret, proofs: Proofs, now: datetime) -> Confirmed:
        """Exchange the code for an ID token and check it."""
        try:
            claims = signed_claims(self._id_token(code, proofs), self._keys)
            check_claims(claims, self._keys.issuer, self._settings.client_id, proofs.nonce, now)
        except (NotConfirmed, IssuerUnreachable) as why:
            _log.warning("sign-in at the issuer: %s", why)
            raise
        return Confirmed(login_of(claims, self._settings.claim), self._sign_out_url(), authenticated_at(claims))

    def _id_token(self, code: Secret, proofs: Proofs) -> str:
        form = {
            "grant_type": "authorization_code",
            "code": code.reveal(),
            "redirect_uri": self._redirect_uri,
            "code_verifier": proofs.verifier.reveal(),
            "client_id": self._settings.client_id,
        }
        address, secret = self._needed("token_endpoint"), self._settings.client_secret
        headers: dict[str, str] = {}
        if secret is not None:
            methods = self._keys.offers("token_endpoint_auth_methods_supported")
            if "client_secret_post" in methods and "client_secret_basic" not in methods:
                form["client_secret"] = secret.reveal()
            else:
                pair = f"{quote(self._settings.client_id, safe='')}:{quote(secret.reveal(), safe='')}"
                headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        status, answer = ask(address, form, headers)
        if status != _OK:
            raise _refused(status, answer)
        return str(answer.get("id_token", ""))

    def _sign_out_url(self) -> str:
        """Return where the issuer's own session is ended, if it says so (RP-Initiated Logout 1.0)."""
        address = self._keys.endpoint("end_session_endpoint")
        returning = {"client_id": self._settings.client_id, "post_logout_redirect_uri": self._after_sign_out}
        return _with(address, returning) if address else ""

    def _needed(self, endpoint: str) -> str:
        address = self._keys.endpoint(endpoint)
        if not address:
            raise IssuerUnreachable(f"{self._keys.issuer} tells no {endpoint}")
        return address


def _refused(status: int, answer: dict[str, Any]) -> NotConfirmed | IssuerUnreachable:
    """Return what a refusal of the token endpoint means: the code is bad, or we or the issuer are set up wrong."""
    told = str(answer.get("error", ""))
    reason = f"the token endpoint answers {status} {told if _WORD.fullmatch(told) else ''}"
    is_about_the_code = _CLIENT_ERROR <= status < _SERVER_ERROR and told == "invalid_grant"
    return NotConfirmed(reason) if is_about_the_code else IssuerUnreachable(reason)


def _with(address: str, parameters: dict[str, str]) -> str:
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(parameters)}"
