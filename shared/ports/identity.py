"""Identity: from a token to an actor, and the short-lived tokens that this deployment gives out.

The contract: a token that is forged, expired or of another kind is `NotSignedIn`, all alike. An access token holds a
person and a session only, and outlives a sign-out by at most its five minutes; who the person is and what they may do
is read at the call (at most a minute old). Who holds several positions acts as the one that the call names, or as the
first where it names none; one that they do not hold today is `PositionNotHeld`. A refresh token of an earlier
generation is told apart from the present one, so that re-use is seen. A ticket is facts that we gave out and get back
unchanged; whether it is too late, a rule says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from shared.refusals import Refusal

if TYPE_CHECKING:
    from datetime import datetime

    from shared.actor import Actor
    from shared.values import Secret


AS_POSITION = "Trowulan-Position"  # the id of the position that a person acts as; without it, their first


class NotSignedIn(Exception):
    """The call's token does not say who is calling."""


class PositionNotHeld(Refusal):
    """The call names a position that the caller does not hold today: never held, ended, or not begun."""

    status: ClassVar[int] = 403
    title: ClassVar[str] = "Anda tidak memegang jabatan ini hari ini."


@dataclass(frozen=True, slots=True)
class Token:
    """A token and the moment after which it is worth nothing."""

    text: str
    expires_at: datetime


class Identity(Protocol):
    """Who calls."""

    def actor(self, token: str, now: datetime, position_id: str = "") -> Actor:
        """Return whom the token speaks for, as that position of theirs. Raises NotSignedIn and PositionNotHeld."""
        ...

    def access_token(self, person_id: str, session_id: str, now: datetime) -> Token:
        """Return a token for one person's session, good for a few minutes."""
        ...

    def display_token(self, agenda_id: str, now: datetime, until: datetime) -> Token:
        """Return a token for the screen of one meeting."""
        ...

    def kiosk_token(self, agenda_id: str, kiosk_id: str, until: datetime) -> Token:
        """Return a token for one kiosk of one meeting."""
        ...

    def refresh_token(self, session_id: str, generation: int) -> Secret:
        """Return the refresh token of a session's generation; the same whenever it is asked for."""
        ...

    def read_refresh_token(self, token: Secret) -> tuple[str, int]:
        """Return the session and generation of a refresh token. Raises NotSignedIn."""
        ...

    def service_token(self, target: str, now: datetime) -> Token:
        """Return a token by which our own scheduler and relay call an inner target."""
        ...

    def is_service_token(self, token: str, target: str, now: datetime) -> bool:
        """Whether the token lets its bearer call that inner target."""
        ...

    def ticket(self, purpose: str, facts: dict[str, Any]) -> str:
        """Return facts signed for one purpose, which whoever holds them may bring back."""
        ...

    def read_ticket(self, purpose: str, text: str) -> dict[str, Any] | None:
        """Return the facts of a ticket that was given out for this purpose, or None."""
        ...

    def hash_password(self, password: Secret) -> Secret:
        """Return a slow hash; takes tens of milliseconds, so never inside a transaction."""
        ...

    def password_matches(self, stored: Secret | None, password: Secret) -> bool:
        """Compare; takes as long when there is no such account (``stored`` is None)."""
        ...
