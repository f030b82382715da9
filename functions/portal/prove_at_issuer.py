"""Prove once more, at the issuer, that it is still the same person who is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.issuer_sign_in import (
    IssuerSilent,
    NoIssuer,
    NotProvedAnew,
    ProvedByAnother,
    SignInNotBegun,
    SignInNotConfirmed,
    require_anew,
)
from functions.portal.issuer_attempt import Exchange, Return, exchange_code, exchange_of
from functions.portal.proved import ProvedAgain
from shared.accounts.login import LOGINS, login_key
from shared.accounts.proof import PROOFS, RECENT, RecentProof
from shared.cookies import ISSUER_SIGN_IN
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.permissions import SIGNED_IN
from shared.ports.sign_in_issuer import Confirmed
from shared.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Answered:
    """Whom the issuer confirms, or why nobody, in which attempt."""

    confirmed: Confirmed | Refusal
    state: str


def ask_issuer(exchange: Exchange, ctx: ReadContext) -> Answered:
    """Ask the issuer whom the code stands for, outside any transaction."""
    return Answered(exchange_code(exchange, ctx), exchange.state)


def keep_proof(answered: Answered, ctx: Context) -> ProvedAgain:
    """Keep the moment, where the issuer has just seen the very person who is signed in."""
    if isinstance(answered.confirmed, Refusal):
        raise answered.confirmed
    login = ctx.find(LOGINS, login_key(answered.confirmed.login), right_from="the issuer's word")
    ctx.find(PROOFS, ctx.actor.session_id, right_from="the caller's own session")

    if login is None or login.person_id != ctx.actor.id:
        raise ProvedByAnother(f"Masuk di layanan itu sebagai {ctx.actor.name}, lalu ulangi.")
    require_anew(answered.confirmed.authenticated_at, answered.state)

    ctx.put(PROOFS, RecentProof(ctx.actor.session_id, ctx.actor.id, ctx.now))
    ctx.call.new_cookies[ISSUER_SIGN_IN] = None
    return ProvedAgain(ctx.now + RECENT)


@operation(
    permission=SIGNED_IN,
    refuses=(NoIssuer, SignInNotBegun, SignInNotConfirmed, IssuerSilent, ProvedByAnother, NotProvedAnew),
    secret=True,
    call=ask_issuer,
    complete=keep_proof,
)
def prove_at_issuer(back: Return, ctx: Context) -> Exchange:
    """Prove again who is signed in, by the code with which the browser came back from the issuer."""
    return exchange_of(back, ctx)
