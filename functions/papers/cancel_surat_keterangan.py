"""Give a prepared surat keterangan up; its number stays in the register as cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.papers.domain.surat_keterangan import LetterOfAnother
from functions.papers.surat_keterangan import own_letter
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, NumberIssued, RegisterState, cancel_number, find_entry
from shared.values import Text


@dataclass(frozen=True, slots=True)
class SuratKeteranganToCancel:
    """Which letter, and why it is given up."""

    letter_id: str
    reason: Annotated[str, Text(5, 200)]


@dataclass(frozen=True, slots=True)
class SuratKeteranganCancelled:
    """The number is cancelled; ``already`` when the caller had cancelled it before."""

    already: bool


@operation(permission=Permission.MANAGE_OFFICE, refuses=(RecordMissing, LetterOfAnother, NumberCancelled, NumberIssued))
def cancel_surat_keterangan(which: SuratKeteranganToCancel, ctx: Context) -> SuratKeteranganCancelled:
    """Give up a letter that is not issued; nobody gets its number."""
    letter = own_letter(which.letter_id, ctx)
    entry = find_entry(letter.entry, ctx)

    if entry.state is RegisterState.CANCELLED and entry.changed_by == ctx.actor.id:
        return SuratKeteranganCancelled(already=True)

    cancel_number(entry, which.reason, ctx)
    return SuratKeteranganCancelled(already=False)
