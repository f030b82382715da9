"""Asking others: encrypted, within seconds, for an answer of some size, at the very address that was named."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
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


class Unreachable(Exception):
    """No answer that can be used; the message says why, and never the address, which may name a person."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered; ``is_whole`` is False where the connection broke on the way."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may take in all, and how many bytes it may have."""

    seconds: float
    longest: int


def exchange(
    method: str, address: str, body: bytes, headers: Mapping[str, str], limits: Limits, *, plain: bool = False
) -> Answer:
    """Send a request to a service of the settings and return its answer, whatever it says. Raises Unreachable.

    ``plain`` is for an address that the settings let be asked without encryption. Follows no redirect, goes through no
    proxy, and writes nothing to any log: urllib3 would write down addresses, and this may have somebody's NIK in it.
    """
    import http.client
    import ssl

    parts = urlsplit(address)
    if not (plain or is_safe(address)):
        raise Unreachable("the address is not encrypted")
    deadline = time.monotonic() + limits.seconds
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, port, timeout=limits.seconds, context=context
        )
    else:
        connection = http.client.HTTPConnection(host, port, timeout=limits.seconds)
    try:
        connection.request(method, parts.path, body or None, dict(headers))
        with connection.getresponse() as response:
            content, is_whole = _read_whole(response, deadline, limits.longest)
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, content, is_whole)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(type(error).__name__) from None
    finally:
        connection.close()


def _read_whole(response: Any, deadline: float, longest: int) -> tuple[bytes, bool]:
    """Return what came, and whether that is all that was to come."""
    from http.client import IncompleteRead

    promised = response.length  # None where it is told in chunks, or by the end of the connection
    body = bytearray()
    try:
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > longest:
                raise Unreachable("the answer is too long")
            if time.monotonic() > deadline:
                raise Unreachable("the answer takes too long")
    except (ConnectionError, IncompleteRead):
        return bytes(body), False
    return bytes(body), promised is None or promised == len(body)


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
