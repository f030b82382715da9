"""Identity in the cloud: our own accounts and tokens, and the tokens by which Google's services call inner functions.

Cloud Scheduler and Pub/Sub sign in as service accounts: each call bears an OpenID Connect token that Google gave out
for one function alone (its audience). Cloud Run checks it too; we check it again, so that a function that is deployed
with the wrong invoker opens to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.id_token import LEEWAY_SECONDS, signed_claims
from shared.adapters.local_identity import LocalIdentity
from shared.ports.sign_in_issuer import NotConfirmed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from shared.adapters.issuer_keys import IssuerKeys
    from shared.ports.records import Reads


class CloudIdentity(LocalIdentity):
    """Local accounts; inner functions open to the named service accounts."""

    def __init__(
        self,
        keys: Callable[[], list[str]],
        reads: Reads,
        issuer_keys: IssuerKeys,
        callers: Collection[str],
        public_url: str,
    ) -> None:
        """Believe the issuer's tokens that name one of ``callers``."""
        super().__init__(keys, reads)
        self._issuer_keys = issuer_keys
        self._callers = callers
        self._public_url = public_url

    def is_service_token(self, token: str, target: str, now: datetime) -> bool:
        """Whether the issuer gave the token to one of our callers, for that function, and it is still good."""
        from joserfc.errors import JoseError
        from joserfc.jwt import JWTClaimsRegistry

        expected = JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._issuer_keys.issuer},
            aud={"essential": True, "value": audience(self._public_url, target)},
            exp={"essential": True},
            iat={"essential": True},
            email={"essential": True, "values": sorted(self._callers)},
            email_verified={"essential": True, "value": True},
        )
        try:
            expected.validate(signed_claims(token, self._issuer_keys))
        except (JoseError, NotConfirmed, ValueError):
            return False
        return True


def audience(public_url: str, target: str) -> str:
    """Return the audience of a function's tokens; its service has the same as its custom audience in Cloud Run."""
    return f"{public_url}/inner/{target.replace('_', '-')}"
