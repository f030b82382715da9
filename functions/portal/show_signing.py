"""Show whether the caller can sign electronically."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.signers import own_identity
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.ports.signer import SignerState, SigningFailed
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ShownSigning:
    """Where the caller's certificate stands, and until when it lasts; ``is_own``: it is made here, not by BSrE."""

    state: SignerState
    ends_at: Instant | None
    is_own: bool


@query(permission=SIGNED_IN, limit=PerActor(per_minute=30, burst=15))
def show_signing(ctx: ReadContext) -> ShownSigning:
    """Show the state of the caller's certificate; unknown while its provider does not answer."""
    is_own = ctx.ports.enrolment is not None
    try:
        status = ctx.ports.signer.status(own_identity(ctx))
    except SigningFailed:
        return ShownSigning(SignerState.UNKNOWN, None, is_own)
    return ShownSigning(status.state, status.ends_at, is_own)
