"""What leaving for the issuer and coming back have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.portal.domain.issuer_sign_in import IssuerSilent, NoIssuer, SignInNotConfirmed, check_state, derived
from shared.cookies import ISSUER_SIGN_IN
from shared.ports.sign_in_issuer import Confirmed, IssuerUnreachable, NotConfirmed, Proofs
from shared.refusals import Refusal
from shared.values import Secret, Text

if TYPE_CHECKING:
    from shared.kernel.context import Context, ReadContext
    from shared.ports.sign_in_issuer import SignInIssuer


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
    state: str


def exchange_code(exchange: Exchange, ctx: ReadContext) -> Confirmed | Refusal:
    """Ask the issuer whom the code stands for; return whom it confirms, or why nobody."""
    try:
        return issuer_of(ctx).confirm(exchange.code, exchange.proofs, ctx.now)
    except NotConfirmed:
        return SignInNotConfirmed("Mulai lagi dari halaman Masuk.")
    except IssuerUnreachable:
        return issuer_silent()


def exchange_of(back: Return, ctx: Context) -> Exchange:
    """Return what this browser's attempt came back with. Raises NoIssuer, SignInNotBegun."""
    issuer_of(ctx)
    secret = check_state(ctx.call.cookies.get(ISSUER_SIGN_IN), back.state, ctx.now)
    return Exchange(back.code, proofs_of(secret, back.state), back.state)


def issuer_of(ctx: ReadContext) -> SignInIssuer:
    """Return the issuer of this deployment. Raises NoIssuer."""
    issuer = ctx.ports.sign_in_issuer
    if issuer is None:
        raise NoIssuer("Masuk dengan NIP dan kata sandi.")
    return issuer


def proofs_of(secret: Secret, state: str) -> Proofs:
    """Return what binds an attempt to the browser that holds the secret."""
    return Proofs(derived(secret, "nonce", state), Secret(derived(secret, "verifier", state)))


def issuer_silent() -> IssuerSilent:
    """Return the refusal while the issuer does not answer; the local accounts go on."""
    return IssuerSilent("Coba lagi beberapa menit lagi, atau masuk dengan NIP dan kata sandi.")
