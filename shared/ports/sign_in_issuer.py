"""The issuer at which people may sign in beside their accounts here (OpenID Connect, authorization code with PKCE).

The contract: whoever is confirmed has signed in at the issuer itself, for us, in the attempt whose nonce and verifier
were given, a moment ago. Anything else (a code that is wrong, used or too old, a token that is forged, expired, of
another audience or attempt) is `NotConfirmed`, all alike; an issuer that doesn't answer as one is `IssuerUnreachable`.
Who the person is among us is not the issuer's to say: it tells a login, and the accounts here say whose it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from shared.values import Secret


class IssuerUnreachable(Exception):
    """The issuer doesn't answer as one: nobody can be believed or refused now."""


class NotConfirmed(Exception):
    """The issuer does not confirm this sign-in; the text says why, to the log alone."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """What binds an attempt to the browser that began it: its nonce, and the verifier of its code (RFC 7636)."""

    nonce: str
    verifier: Secret


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Whom the issuer confirms: a login ("" when it told none), and where its own session is ended ("" if nowhere).

    ``authenticated_at`` is when the person last showed the issuer who they are, where it tells that.
    """

    login: str
    sign_out_url: str
    authenticated_at: datetime | None = None


class SignInIssuer(Protocol):
    """One issuer."""

    @property
    def name(self) -> str:
        """Its name, as people know it; "" for one that has no page for people."""
        ...

    def sign_in_url(self, state: str, proofs: Proofs, *, anew: bool = False) -> str:
        """Return where the browser goes to sign in; it comes back with a code and the state. Raises IssuerUnreachable.

        ``anew``: the issuer is to have the person show again who they are, signed in there or not.
        Asks the issuer, so never inside a transaction.
        """
        ...

    def confirm(self, code: Secret, proofs: Proofs, now: datetime) -> Confirmed:
        """Return whom the code stands for. Raises NotConfirmed or IssuerUnreachable.

        Asks the issuer, so never inside a transaction.
        """
        ...
