"""What a token issuer publishes of itself (OpenID Connect Discovery): endpoints and public keys, kept a while."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from shared.adapters.egress import ask, is_safe
from shared.ports.sign_in_issuer import IssuerUnreachable

if TYPE_CHECKING:
    from collections.abc import Callable

_KEYS_KEPT = 3600.0
_ENDPOINTS_KEPT = 10.0  # not longer, so that nobody is sent to an issuer that has gone
_BETWEEN_SEARCHES = 60.0  # a stranger's token names any key; it must not make us ask the issuer each time
_BETWEEN_FAILURES = 5.0  # a silent issuer must not keep all threads waiting for it, one after the other
_OK = 200


class IssuerKeys:
    """The endpoints and keys of one issuer."""

    def __init__(self, issuer: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Name the issuer; it is asked when something of it is first wanted."""
        self.issuer = issuer
        self._clock = clock
        self._mutex = threading.Lock()
        self._described: dict[str, Any] = {}
        self._keys: dict[str, dict[str, Any]] = {}
        self._described_at = self._keys_at = self._searched_at = self._failed_at = float("-inf")

    def find(self, key_id: str) -> dict[str, Any] | None:
        """Return a public key as the issuer tells it (a JWK), or None. Raises IssuerUnreachable.

        A key that isn't known may be new, so the issuer is asked again: once, and at most once a minute.
        """
        with self._mutex:
            if self._is_past(self._keys_at, _KEYS_KEPT):
                self._fetch_keys()
            if key_id not in self._keys and self._is_past(self._searched_at, _BETWEEN_SEARCHES):
                self._searched_at = self._clock()
                self._fetch_keys()
            return self._keys.get(key_id)

    def endpoint(self, name: str) -> str:
        """Return the address that the issuer tells under a name of its discovery document; "" when it tells none.

        Raises IssuerUnreachable, also for an address that isn't encrypted although the issuer's own is.
        """
        address = str(self._description().get(name) or "")
        if address and not self._may_tell(address):
            raise IssuerUnreachable(f"{self.issuer} tells its {name} without encryption")
        return address

    def offers(self, name: str) -> list[str]:
        """Return what the issuer supports under a name of its discovery document. Raises IssuerUnreachable."""
        offered = self._description().get(name)
        return [str(one) for one in offered] if isinstance(offered, list) else []

    def _description(self) -> dict[str, Any]:
        with self._mutex:
            if self._is_past(self._described_at, _ENDPOINTS_KEPT):
                self._describe()
            return self._described

    def _describe(self) -> None:
        described = self._get(f"{self.issuer}/.well-known/openid-configuration")
        if described.get("issuer") != self.issuer:
            raise IssuerUnreachable(f"{self.issuer} says that it is another")
        self._described, self._described_at = described, self._clock()

    def _fetch_keys(self) -> None:
        self._describe()
        address = str(self._described.get("jwks_uri", ""))
        if not self._may_tell(address):
            raise IssuerUnreachable(f"{self.issuer} tells its keys without encryption")
        told = self._get(address).get("keys")
        keys = [key for key in told if isinstance(key, dict)] if isinstance(told, list) else []
        self._keys = {str(key.get("kid", "")): key for key in keys}  # the only key of an issuer may have no name
        self._keys_at = self._clock()

    def _is_past(self, moment: float, seconds: float) -> bool:
        return self._clock() - moment > seconds

    def _may_tell(self, address: str) -> bool:
        return address.startswith("https://") or (not self.issuer.startswith("https://") and is_safe(address))

    def _get(self, address: str) -> dict[str, Any]:
        if not self._is_past(self._failed_at, _BETWEEN_FAILURES):
            raise IssuerUnreachable(f"{self.issuer} did not answer a moment ago")
        self._failed_at = self._clock()  # unless it answers
        status, answer = ask(address)
        if status != _OK:
            raise IssuerUnreachable(f"{address}: {status}")
        self._failed_at = float("-inf")
        return answer
