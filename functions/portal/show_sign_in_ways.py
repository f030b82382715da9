"""Show how one can sign in beside NIP or e-mail and password."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC


@dataclass(frozen=True, slots=True)
class SignInWays:
    """The name of the issuer at which one can sign in; None where there are only accounts of this Trowulan."""

    issuer_name: str | None


@query(permission=PUBLIC, limit=PerAddress(per_minute=600, burst=300))
def show_sign_in_ways(ctx: ReadContext) -> SignInWays:
    """Show at which issuer one can sign in beside an account here."""
    issuer = ctx.ports.sign_in_issuer
    return SignInWays((issuer.name or None) if issuer else None)
