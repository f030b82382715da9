"""Calls of a Google service's REST interface, without its client library, which each cold start would pay for."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from google.auth.transport.urllib3 import AuthorizedHttp

_SECONDS_PER_CALL = 5.0
_OK = 200


class CallFailed(Exception):
    """The service did not take what it was sent."""


class RestWire:
    """The way to one service; nothing is opened before the first call."""

    def __init__(self, service: str, scope: str, emulator: str) -> None:
        """Speak to Google with the permissions of ``scope``, or to the emulator at an address like 127.0.0.1:8085."""
        self._base = f"http://{emulator}/" if emulator else f"{service}/"
        self._scope = "" if emulator else scope
        self._opening = threading.Lock()
        self._opened: AuthorizedHttp | None = None

    def call(self, method: str, path: str, body: Mapping[str, Any], *, accepted: tuple[int, ...] = (_OK,)) -> None:
        """Send a call that may be sent twice: it is repeated whatever broke it.

        Raises CallFailed when it was not accepted, and urllib3's errors when nobody answered.
        """
        headers = {"Content-Type": "application/json"}
        response = self._http().urlopen(method, self._base + path, body=json.dumps(body), headers=headers)
        if response.status not in accepted:
            raise CallFailed(f"{method} {path}: {response.status}")

    def _http(self) -> AuthorizedHttp:
        with self._opening:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def _open(self) -> AuthorizedHttp:
        import google.auth
        import urllib3
        from google.auth.credentials import AnonymousCredentials
        from google.auth.transport.urllib3 import AuthorizedHttp

        credentials = google.auth.default(scopes=[self._scope])[0] if self._scope else AnonymousCredentials()
        retries = urllib3.Retry(2, redirect=0, allowed_methods=None, backoff_factor=0.05)
        pool = urllib3.PoolManager(maxsize=16, retries=retries, timeout=_SECONDS_PER_CALL)
        return AuthorizedHttp(credentials, pool)
