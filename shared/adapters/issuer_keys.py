"""The public keys of a token issuer, found by its discovery document (OpenID Connect Discovery) and kept a while."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT_SECONDS = 3600.0
_BETWEEN_FETCHES = 60.0  # a stranger's token names any key; it must not make us ask the issuer each time
_SECONDS_PER_CALL = 5.0


class IssuerUnreachable(Exception):
    """The issuer doesn't answer as one: nobody's token can be believed or refused now."""


class IssuerKeys:
    """The keys of one issuer."""

    def __init__(self, issuer: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Name the issuer; it is asked when a key is first wanted."""
        self.issuer = issuer
        self._clock = clock
        self._mutex = threading.Lock()
        self._keys: dict[str, dict[str, Any]] = {}
        self._fetched = float("-inf")

    def find(self, key_id: str) -> dict[str, Any] | None:
        """Return a public key as the issuer tells it (a JWK), or None. Raises IssuerUnreachable."""
        with self._mutex:
            age = self._clock() - self._fetched
            if age > _KEPT_SECONDS or (key_id not in self._keys and age > _BETWEEN_FETCHES):
                self._keys = self._fetch()
                self._fetched = self._clock()
            return self._keys.get(key_id)

    def _fetch(self) -> dict[str, dict[str, Any]]:
        described = self._get(f"{self.issuer}/.well-known/openid-configuration")
        if described.get("issuer") != self.issuer:
            raise IssuerUnreachable(f"{self.issuer} says that it is another")
        address = str(described.get("jwks_uri", ""))
        if self.issuer.startswith("https://") and not address.startswith("https://"):
            raise IssuerUnreachable(f"{self.issuer} tells its keys without encryption")
        return {key["kid"]: key for key in self._get(address).get("keys", []) if "kid" in key}

    def _get(self, address: str) -> dict[str, Any]:
        import urllib3

        try:
            response = urllib3.request("GET", address, timeout=_SECONDS_PER_CALL, redirect=False, retries=False)
            answer = response.json()
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            raise IssuerUnreachable(address) from error
        if response.status != 200 or not isinstance(answer, dict):  # noqa: PLR2004 -- HTTP's OK
            raise IssuerUnreachable(f"{address}: {response.status}")
        return answer
