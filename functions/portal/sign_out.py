"""Sign out: end the session in which the caller is signed in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.records import SESSIONS
from shared.cookies import REFRESH
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class SignOut:
    """Nothing: the session is that of the caller's token."""


@dataclass(frozen=True, slots=True)
class SignedOut:
    """The session has ended; who came from an issuer may still be signed in there, and can end that at its page."""

    issuer_name: str | None = None
    issuer_sign_out_url: str | None = None


@operation(permission=SIGNED_IN)
def sign_out(_: SignOut, ctx: Context) -> SignedOut:
    """End the caller's session and forget its cookie."""
    session = ctx.find(SESSIONS, ctx.actor.session_id, right_from="the caller's own session")

    if session is not None and not session.ended:
        ctx.put(SESSIONS, replace(session, ended=True))
    ctx.call.new_cookies[REFRESH] = None
    if session is None or not session.issuer_name:
        return SignedOut()
    return SignedOut(session.issuer_name, session.issuer_sign_out_url or None)
