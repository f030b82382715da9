"""The cookies by which a browser is known again: no script reads them, and no page of another site sends them.

The prefix ``__Host-`` binds a cookie to this very host and to TLS (RFC 6265bis section 4.1.3.2); browsers take loopback
for as safe as TLS.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.values import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Request, Response

_FLAGS = "Path=/; Secure; HttpOnly; SameSite=Strict"


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie's name, and the seconds for which a browser keeps it."""

    name: str
    seconds: int


REFRESH = Cookie("__Host-trowulan-refresh", 14 * 24 * 3600)
ISSUER_SIGN_IN = Cookie("__Host-trowulan-issuer", 10 * 60)


def read(request: Request) -> dict[Cookie, Secret]:
    """Return what the browser sent of ours; nothing where it says that a page of another origin asks."""
    origin = request.headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != request.host:
        return {}
    sent = {cookie: request.cookies.get(cookie.name) for cookie in (REFRESH, ISSUER_SIGN_IN)}
    return {cookie: Secret(text) for cookie, text in sent.items() if text}


def write(response: Response, new: Mapping[Cookie, Secret | None]) -> None:
    """Let the browser keep these cookies, and forget those that are None."""
    for cookie, secret in new.items():
        text, seconds = (secret.reveal(), cookie.seconds) if secret else ("", 0)
        response.headers.add("Set-Cookie", f"{cookie.name}={text}; {_FLAGS}; Max-Age={seconds}")
