"""Where the caller's certificate is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.refusals import Refusal

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.ports.signer import Enrolment


class SigningElsewhere(Refusal):
    """Certificates are made by a provider outside."""

    title = "Sertifikat elektronik diterbitkan BSrE."


def own_enrolment(ctx: ReadContext) -> Enrolment:
    """Return the office's own authority. Raises SigningElsewhere where people sign at a provider outside."""
    if ctx.ports.enrolment is None:
        raise SigningElsewhere("Daftarkan diri lewat verifikator BSrE di Diskominfo.")
    return ctx.ports.enrolment
