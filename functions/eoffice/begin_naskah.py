"""Begin a naskah of a kind: a draft with what its form starts with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eoffice.domain.drafting import Drafter, begun_naskah
from functions.eoffice.domain.naskah import Destination
from functions.eoffice.domain.naskah_kind import NaskahKind
from functions.eoffice.naskah import NASKAH
from functions.eoffice.surat_masuk import letter_to_read
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing, Refusal


class WithoutPosition(Refusal):
    """Who drafts holds no position, so the naskah would be of no office."""

    status = 403
    title = "Anda tidak memegang jabatan hari ini."


@dataclass(frozen=True, slots=True)
class NaskahToBegin:
    """Of which kind; ``answers_id`` is the letter that came in to which it replies."""

    kind: NaskahKind
    answers_id: str = ""


@dataclass(frozen=True, slots=True)
class NaskahBegun:
    """The draft."""

    naskah_id: str


@operation(permission=SIGNED_IN, refuses=(RecordMissing, WithoutPosition))
def begin_naskah(new: NaskahToBegin, ctx: Context) -> NaskahBegun:
    """Begin a naskah as the post that the caller acts as; one that replies goes to whoever wrote."""
    answered = letter_to_read(new.answers_id, ctx) if new.answers_id else None
    actor = ctx.actor
    if not actor.position_id:
        raise WithoutPosition("Hubungi administrator OPD Anda.")
    drafter = Drafter(actor.id, actor.name, actor.position_id, actor.organisation_path, actor.organisation_name)

    naskah = begun_naskah(ctx.new_id(), new.kind, drafter, ctx.now, new.answers_id)
    if answered:
        says = answered.says
        to = Destination(says.sender) if naskah.form.has_address else None
        naskah = replace(
            naskah,
            says=replace(
                naskah.says,
                hal=f"Tanggapan atas {says.hal}"[:300],
                sifat=says.sifat,
                klasifikasi=says.klasifikasi,
                destinations=(to,) if to else (),
            ),
        )
    ctx.create(NASKAH, naskah)
    return NaskahBegun(naskah.id)
