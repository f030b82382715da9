"""Begin to sign in at the issuer: where the browser goes, and the cookie by which it is known when it comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.domain.issuer_sign_in import IssuerSilent, NoIssuer, new_state
from functions.portal.issuer_attempt import issuer_of, issuer_silent, proofs_of
from shared.cookies import ISSUER_SIGN_IN
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.ports.sign_in_issuer import IssuerUnreachable
from shared.values import Secret


@dataclass(frozen=True, slots=True)
class IssuerSignIn:
    """There is one issuer; ``anew`` where who is signed in is to show again who they are."""

    anew: bool = False


@dataclass(frozen=True, slots=True)
class Departure:
    """An attempt that begins, and where it leads ("" when the issuer does not answer)."""

    secret: Secret
    state: str
    anew: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class IssuerAddress:
    """Where the browser goes now."""

    url: str


def find_address(departure: Departure, ctx: ReadContext) -> Departure:
    """Ask the issuer where people sign in, outside any transaction."""
    secret, state = departure.secret, departure.state
    try:
        url = issuer_of(ctx).sign_in_url(state, proofs_of(secret, state), anew=departure.anew)
        return replace(departure, url=url)
    except IssuerUnreachable:
        return departure


def leave(departure: Departure, ctx: Context) -> IssuerAddress:
    """Send the browser on its way, with the secret of its attempt."""
    if not departure.url:
        raise issuer_silent()
    ctx.call.new_cookies[ISSUER_SIGN_IN] = departure.secret
    return IssuerAddress(departure.url)


@operation(
    permission=PUBLIC,
    refuses=(NoIssuer, IssuerSilent),
    limit=PerAddress(per_minute=600, burst=300),  # a hall of people behind one address signs in at once
    secret=True,
    call=find_address,
    complete=leave,
)
def begin_issuer_sign_in(asked: IssuerSignIn, ctx: Context) -> Departure:
    """Begin to sign in at the issuer; the answer says where the browser goes."""
    issuer_of(ctx)
    # Two tabs of one browser may be on their way at once, so they share the secret.
    secret = ctx.call.cookies.get(ISSUER_SIGN_IN) or ctx.new_secret()
    return Departure(secret, new_state(secret, ctx.new_id(), ctx.now), asked.anew)
