"""Finish signing in at the issuer: the browser is back with a code, and gets a session of ours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from functions.portal.domain.issuer_sign_in import (
    IssuerSilent,
    NoIssuer,
    PersonUnknown,
    SignInNotBegun,
    SignInNotConfirmed,
    check_state,
    derived,
)
from functions.portal.domain.session import AccountSuspended, Session, SessionEnded
from functions.portal.records import LOGINS, SESSIONS, login_key
from functions.portal.signed_in import SignedIn, signed_in
from shared.cookies import ISSUER_SIGN_IN
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.ports.sign_in_issuer import Confirmed, IssuerUnreachable, NotConfirmed, Proofs
from shared.values import Secret, Text


@dataclass(frozen=True, slots=True)
class Return:
    """What the issuer wrote into the address by which the browser came back."""

    code: Secret
    state: Annotated[str, Text(1, 200)]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A code to be exchanged, outside any transaction, since that asks the issuer."""

    code: Secret
    proofs: Proofs


class Unconfirmed(StrEnum):
    """Why the issuer confirms nobody."""

    REFUSED = "refused"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Whom the issuer confirms, or why nobody."""

    outcome: Confirmed | Unconfirmed


def exchange_code(exchange: Exchange, ctx: ReadContext) -> Exchanged:
    """Ask the issuer whom the code stands for."""
    issuer = ctx.ports.sign_in_issuer
    if issuer is None:
        return Exchanged(Unconfirmed.SILENT)
    try:
        return Exchanged(issuer.confirm(exchange.code, exchange.proofs, ctx.now))
    except NotConfirmed:
        return Exchanged(Unconfirmed.REFUSED)
    except IssuerUnreachable:
        return Exchanged(Unconfirmed.SILENT)


def open_session(exchanged: Exchanged, ctx: Context) -> SignedIn:
    """Open a session for the person whose login the issuer tells."""
    confirmed = exchanged.outcome
    if confirmed is Unconfirmed.SILENT:
        raise IssuerSilent("Coba lagi beberapa menit lagi, atau masuk dengan NIP dan kata sandi.")
    if confirmed is Unconfirmed.REFUSED:
        raise SignInNotConfirmed("Mulai lagi dari halaman Masuk.")
    login = ctx.find(LOGINS, login_key(confirmed.login), right_from="the issuer's word")
    if login is None:
        raise PersonUnknown(
            "Minta pengelola kepegawaian OPD Anda mendaftarkannya, atau masuk dengan NIP dan kata sandi."
        )
    session = Session(
        ctx.new_id(),
        login.person_id,
        started_at=ctx.now,
        rotated_at=ctx.now,
        issuer_name=ctx.ports.sign_in_issuer.name if ctx.ports.sign_in_issuer else "",
        issuer_sign_out_url=confirmed.sign_out_url,
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
        PersonUnknown,
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
    if ctx.ports.sign_in_issuer is None:
        raise NoIssuer("Masuk dengan NIP dan kata sandi.")
    secret = check_state(ctx.call.cookies.get(ISSUER_SIGN_IN), back.state, ctx.now)
    proofs = Proofs(derived(secret, "nonce", back.state), Secret(derived(secret, "verifier", back.state)))
    return Exchange(back.code, proofs)
