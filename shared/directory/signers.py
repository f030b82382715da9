"""Who the caller is to a signer: by what a certificate names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import PERSONS
from shared.ports.signer import SignerIdentity

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


def own_identity(ctx: ReadContext) -> SignerIdentity:
    """Return the caller as a signer knows them; a provider outside knows them by their NIK."""
    body = ctx.ports.cached.get(PERSONS.stored, ctx.actor.id)
    nik = (PERSONS.read(body).nik if body else None) or ""
    return SignerIdentity(ctx.actor.id, ctx.actor.name, ctx.actor.organisation_name, nik)
