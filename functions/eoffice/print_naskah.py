"""Print a naskah: a draft until it is signed, then the signed file."""

from __future__ import annotations

from functions.eoffice.naskah import WhichNaskah, naskah_to_read
from functions.eoffice.naskah_paper import on_paper
from shared.answers import Pdf
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.naskah import render
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@query(permission=SIGNED_IN, refuses=(RecordMissing,), limit=PerActor(per_minute=20, burst=10))
def print_naskah(which: WhichNaskah, ctx: ReadContext) -> Pdf:
    """Print a naskah (PDF/A); the signed one is the file itself, byte for byte."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    if naskah.signed and naskah.signing:
        filed = ctx.ports.documents.load(naskah.signed.document)
        if filed:
            return Pdf(f"{naskah.kind}-{naskah.signing.number}.pdf".replace("/", "-").replace("_", "-"), filed)
    return Pdf(f"konsep-{naskah.kind.replace('_', '-')}.pdf", render(on_paper(naskah, ctx)))
