"""Checking an ID token: who signed it, for whom, when, and in answer to which attempt (OpenID Connect Core 3.1.3.7)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shared.ports.sign_in_issuer import NotConfirmed
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.adapters.issuer_keys import IssuerKeys

# RSA with SHA-256, ECDSA on P-256, Ed25519. Never "none", nor HS*, whose key would be the client's secret.
ALGORITHMS = ["RS256", "ES256", "EdDSA", "Ed25519"]
LEEWAY_SECONDS = 30  # what two clocks may differ by
_OLDEST_SECONDS = 600  # a token is fetched the moment it is made; an older one comes from elsewhere
_END_OF_TIME = 253_402_300_799  # the last second of the year 9999
SUBJECT = "sub"


def signed_claims(token: str, keys: IssuerKeys) -> dict[str, Any]:
    """Return the claims of a token that one of the issuer's keys has signed. Raises NotConfirmed, IssuerUnreachable."""
    from joserfc import jws, jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import import_key

    try:
        header = jws.extract_compact(token.encode()).headers()
        if header.get("alg") not in ALGORITHMS:
            raise NotConfirmed("the token is signed in a way that is not accepted")
        key = keys.find(str(header.get("kid", "")))
        if key is None:
            raise NotConfirmed("the token is signed with a key that the issuer doesn't have")
        return jwt.decode(token, import_key(key), algorithms=ALGORITHMS).claims
    except (JoseError, ValueError) as error:  # a ValueError: no token at all
        raise NotConfirmed(f"the token is not one of the issuer's: {type(error).__name__}") from error


def check_claims(claims: dict[str, Any], issuer: str, client: str, nonce: str | None, now: datetime) -> None:
    """Check that the token was made by the issuer, for us, just now, and (but for None) for this attempt's nonce.

    Raises NotConfirmed.
    """
    from joserfc.errors import JoseError
    from joserfc.jwt import JWTClaimsRegistry

    moment = int(now.timestamp())
    expected = JWTClaimsRegistry(
        now=moment,
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "value": issuer},
        sub={"essential": True},
        aud={"essential": True, "value": client},
        exp={"essential": True},
        iat={"essential": True},
    )
    try:
        expected.validate(claims)
    except (JoseError, TypeError, ValueError) as error:
        raise NotConfirmed(f"{type(error).__name__}: {error}") from error
    if nonce is not None and claims.get("nonce") != nonce:
        raise NotConfirmed("the token answers another attempt")
    if claims["iat"] < moment - _OLDEST_SECONDS:
        raise NotConfirmed("the token was made long ago")
    is_for_others_too = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if is_for_others_too else client) != client:
        raise NotConfirmed("the token was given to another client")


def authenticated_at(claims: dict[str, Any]) -> datetime | None:
    """Return when the issuer last had the person show who they are, or None where it doesn't tell."""
    told = claims.get("auth_time")
    if not isinstance(told, int) or isinstance(told, bool) or not 0 < told < _END_OF_TIME:
        return None
    return datetime.fromtimestamp(told, UTC)


def login_of(claims: dict[str, Any], claim: str) -> str:
    """Return the login that a claim tells, or "" when it tells none.

    The issuer's own name for a person (``sub``) means nothing elsewhere and may differ in capitals alone, so its login
    is a fingerprint. An e-mail address counts when the issuer has verified that it is the person's.
    """
    told = claims.get(claim)
    if not isinstance(told, str) or (claim == "email" and claims.get("email_verified") is not True):
        return ""
    return subject_login(claims["iss"], told) if claim == SUBJECT else told


def subject_login(issuer: str, subject: str) -> str:
    """Return the login of a person whom the issuer calls by that subject."""
    return f"sub:{fingerprint(issuer, subject)}"
