"""Stay signed in: exchange the refresh cookie for the next one and a fresh access token."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain import session as sessions
from functions.portal.domain.session import AccountSuspended, SessionEnded
from functions.portal.records import SESSIONS
from functions.portal.signed_in import SignedIn, signed_in
from shared.cookies import REFRESH
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerCookie
from shared.permissions import PUBLIC
from shared.ports.identity import NotSignedIn


@dataclass(frozen=True, slots=True)
class Refresh:
    """Nothing: the cookie says it all."""


@operation(
    permission=PUBLIC, refuses=(SessionEnded, AccountSuspended), keeps=(SESSIONS,), limit=PerCookie(60, 20), secret=True
)
def refresh(_: Refresh, ctx: Context) -> SignedIn:
    """Exchange the refresh cookie for the next one and an access token."""
    cookie = ctx.call.cookies.get(REFRESH)
    if cookie is None:
        raise SessionEnded("Masuk lagi; isian Anda tetap ada.")
    try:
        session_id, generation = ctx.ports.identity.read_refresh_token(cookie)
    except NotSignedIn:
        raise SessionEnded("Masuk lagi; isian Anda tetap ada.") from None
    session = ctx.find(SESSIONS, session_id, right_from="the refresh cookie")

    refreshed = sessions.refresh(session, generation, ctx.now)
    answer = signed_in(refreshed, ctx)

    if refreshed != session:
        ctx.put(SESSIONS, refreshed)
    return answer
