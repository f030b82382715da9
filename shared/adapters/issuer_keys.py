"""What a token issuer publishes of itself (OpenID Connect Discovery): endpoints and public keys, kept a while."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from shared.adapters.egress import ask, is_safe
from shared.ports.sign_in_issuer import IssuerUnreachable

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT_SECONDS = 3600.0
_BETWEEN_SEARCHES = 60.0  # a stranger's token names any key; it must not make us ask the issuer each time
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
        self._fetched = float("-inf")
        self._searched = float("-inf")

    def find(self, key_id: str) -> dict[str, Any] | None:
        """Return a public key as the issuer tells it (a JWK), or None. Raises IssuerUnreachable.

        A key that isn't known may be new, so the issuer is asked again: once, and at most once a minute.
        """
        with self._mutex:
            self._refresh()
            if key_id not in self._keys and self._clock() - self._searched > _BETWEEN_SEARCHES:
                self._searched = self._clock()
                self._fetch()
            return self._keys.get(key_id)

    def endpoint(self, name: str) -> str:
        """Return the address that the issuer tells under a name of its discovery document; "" when it tells none.

        Raises IssuerUnreachable, also for an address that isn't encrypted although the issuer's own is.
        """
        with self._mutex:
            self._refresh()
            address = str(self._described.get(name, ""))
        if address and not self._may_tell(address):
            raise IssuerUnreachable(f"{self.issuer} tells its {name} without encryption")
        return address

    def offers(self, name: str) -> list[str]:
        """Return what the issuer supports under a name of its discovery document. Raises IssuerUnreachable."""
        with self._mutex:
            self._refresh()
            offered = self._described.get(name)
        return [str(one) for one in offered] if isinstance(offered, list) else []

    def _refresh(self) -> None:
        if self._clock() - self._fetched > _KEPT_SECONDS:
            self._fetch()

    def _fetch(self) -> None:
        described = self._get(f"{self.issuer}/.well-known/openid-configuration")
        if described.get("issuer") != self.issuer:
            raise IssuerUnreachable(f"{self.issuer} says that it is another")
        address = str(described.get("jwks_uri", ""))
        if not self._may_tell(address):
            raise IssuerUnreachable(f"{self.issuer} tells its keys without encryption")
        told = self._get(address).get("keys")
        keys = [key for key in told if isinstance(key, dict)] if isinstance(told, list) else []
        self._described = described
        self._keys = {str(key.get("kid", "")): key for key in keys}  # the only key of an issuer may have no name
        self._fetched = self._clock()

    def _may_tell(self, address: str) -> bool:
        return address.startswith("https://") or (not self.issuer.startswith("https://") and is_safe(address))

    def _get(self, address: str) -> dict[str, Any]:
        status, answer = ask(address)
        if status != _OK:
            raise IssuerUnreachable(f"{address}: {status}")
        return answer
