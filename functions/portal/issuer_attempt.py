"""What leaving for the issuer and coming back have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.domain.issuer_sign_in import IssuerSilent, NoIssuer, derived
from shared.ports.sign_in_issuer import Proofs
from shared.values import Secret

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.ports.sign_in_issuer import SignInIssuer


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
