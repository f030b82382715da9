"""Finish signing in at the issuer: the browser is back with a code, and gets a session of ours."""

from __future__ import annotations

from functions.portal.domain.browser import browser_name
from functions.portal.domain.issuer_sign_in import (
    IssuerSilent,
    NoIssuer,
    PersonNotRegistered,
    SignInNotBegun,
    SignInNotConfirmed,
)
from functions.portal.domain.session import AccountSuspended, Session, SessionEnded
from functions.portal.issuer_attempt import Exchange, Return, exchange_code, exchange_of, issuer_of
from functions.portal.records import SESSIONS
from functions.portal.signed_in import SignedIn, signed_in
from shared.accounts.login import LOGINS, login_key
from shared.cookies import ISSUER_SIGN_IN
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.ports.sign_in_issuer import Confirmed
from shared.refusals import Refusal


def open_session(confirmed: Confirmed | Refusal, ctx: Context) -> SignedIn:
    """Open a session for the person whose login the issuer tells."""
    if isinstance(confirmed, Refusal):
        raise confirmed
    login = ctx.find(LOGINS, login_key(confirmed.login), right_from="the issuer's word")
    if login is None:
        raise PersonNotRegistered(
            "Minta pengelola kepegawaian OPD Anda mendaftarkannya, atau masuk dengan NIP dan kata sandi."
        )
    session = Session(
        ctx.new_id(),
        login.person_id,
        started_at=ctx.now,
        rotated_at=ctx.now,
        issuer_name=issuer_of(ctx).name,
        issuer_sign_out_url=confirmed.sign_out_url,
        browser=browser_name(ctx.call.agent),
    )
    answer = signed_in(session, ctx)

    ctx.create(SESSIONS, session)
    ctx.call.new_cookies[ISSUER_SIGN_IN] = None
    return answer


@operation(
    permission=PUBLIC,
    refuses=(
        NoIssuer,
        SignInNotBegun,
        SignInNotConfirmed,
        IssuerSilent,
        PersonNotRegistered,
        AccountSuspended,
        SessionEnded,
    ),
    limit=PerAddress(per_minute=600, burst=300),  # a hall of people behind one address signs in at once
    secret=True,
    call=exchange_code,
    complete=open_session,
)
def finish_issuer_sign_in(back: Return, ctx: Context) -> Exchange:
    """Finish signing in at the issuer, with the code and state that it gave the browser."""
    return exchange_of(back, ctx)
