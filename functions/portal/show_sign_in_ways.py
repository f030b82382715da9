"""Show how one can sign in beside NIP or e-mail and password."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.one_time_code import OFFICE
from functions.portal.domain.set_up import is_set_up
from functions.portal.records import ONE_TIME_CODES
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC


@dataclass(frozen=True, slots=True)
class SignInWays:
    """The name of the issuer at which one can sign in, None where there are only accounts of this Trowulan.

    In an office that has no administrator yet nobody can sign in at all: the first comes in by the set-up code.
    """

    issuer_name: str | None
    awaits_set_up: bool


@query(permission=PUBLIC, limit=PerAddress(per_minute=600, burst=300))
def show_sign_in_ways(ctx: ReadContext) -> SignInWays:
    """Show at which issuer one can sign in beside an account here."""
    issuer = ctx.ports.sign_in_issuer
    code = ctx.find(ONE_TIME_CODES, OFFICE, right_from="nothing of it is told")
    return SignInWays((issuer.name or None) if issuer else None, awaits_set_up=not is_set_up(code))
