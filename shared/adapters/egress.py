"""Asking an issuer: encrypted, within seconds, for an answer of some size, at the very address that was named."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from shared.ports.sign_in_issuer import IssuerUnreachable

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECONDS = 5.0
_LONGEST = 256 * 1024
_CHUNK = 16 * 1024
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def is_safe(address: str) -> bool:
    """Whether what is sent to the address is encrypted, or stays on this machine (an issuer of a developer's)."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def ask(
    address: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    """GET a JSON object, or POST a form for one; return status and object. Raises IssuerUnreachable.

    Follows no redirect: the address is one that the issuer has told, and secrets go nowhere else.
    """
    import urllib3

    if not is_safe(address):
        raise IssuerUnreachable(f"{address} is not encrypted")
    deadline = time.monotonic() + _SECONDS
    try:
        response = urllib3.request(
            "GET" if form is None else "POST",
            address,
            body=None if form is None else urlencode(form),
            headers={**_HEADERS, **({} if form is None else _FORM), **(headers or {})},
            timeout=_SECONDS,
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            answer = json.loads(_read(response, deadline))
        finally:
            response.close()
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise IssuerUnreachable(f"{address}: {type(error).__name__}") from error
    if not isinstance(answer, dict):
        raise IssuerUnreachable(f"{address} answers no JSON object")
    return response.status, answer


def _read(response: Any, deadline: float) -> bytes:
    body = b""
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > _LONGEST:
            raise IssuerUnreachable("the answer is too long")
        if time.monotonic() > deadline:
            raise IssuerUnreachable("the answer takes too long")
    return body
