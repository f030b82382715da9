"""Prepare a surat keterangan that is dated back: it takes a number inserted behind one of that day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.papers.domain.surat_keterangan import AddressMissing, LetterOfAnother
from functions.papers.records import SURAT_KETERANGAN
from functions.papers.surat_keterangan import (
    DRAFT_REFUSALS,
    SuratKeteranganPrepared,
    TypedSuratKeterangan,
    draft,
    own_letter,
    require_address,
    require_signer_on,
)
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.register import InsertedLetter, NumberFull, find_place, insert_number, key_of
from shared.values import Day, Text


@dataclass(frozen=True, slots=True)
class SuratKeteranganToInsert:
    """What is typed of a letter, behind the number of which letter it is inserted, its day, and why it comes late."""

    letter: TypedSuratKeterangan
    after_letter_id: str
    dated_on: Day
    insert_reason: Annotated[str, Text(5, 200)]


@operation(permission=Permission.MANAGE_OFFICE, refuses=(*DRAFT_REFUSALS, AddressMissing, LetterOfAnother, NumberFull))
def insert_surat_keterangan(typed: SuratKeteranganToInsert, ctx: Context) -> SuratKeteranganPrepared:
    """Prepare a letter of an earlier day under an inserted number, which the register lists with its reason."""
    require_address(ctx)
    place = find_place(own_letter(typed.after_letter_id, ctx).entry, ctx)
    drafted = draft(typed.letter, ctx.new_id(), ctx)
    require_signer_on(drafted.letter.signer, typed.dated_on, ctx)

    inserted = InsertedLetter(drafted.title, drafted.letter.id, typed.dated_on)
    entry = insert_number(place, drafted.numbering, drafted.unit_code, inserted, typed.insert_reason, ctx)
    letter = replace(drafted.letter, entry=key_of(entry), number=entry.number, dated_on=typed.dated_on)
    ctx.create(SURAT_KETERANGAN, letter)
    return SuratKeteranganPrepared(letter.id, entry.number)
