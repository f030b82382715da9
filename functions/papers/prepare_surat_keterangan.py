"""Prepare a surat keterangan and take its number."""

from __future__ import annotations

from dataclasses import replace

from functions.papers.domain.surat_keterangan import AddressMissing
from functions.papers.records import SURAT_KETERANGAN
from functions.papers.surat_keterangan import (
    DRAFT_REFUSALS,
    SuratKeteranganPrepared,
    TypedSuratKeterangan,
    draft,
    require_address,
)
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.register import SERIES, entry_key, take_number


@operation(
    permission=Permission.MANAGE_OFFICE,
    refuses=(*DRAFT_REFUSALS, AddressMissing),
    series=True,
    gets=lambda _, actor: ((SERIES, actor.organisation_id),),  # those of one office take turns
)
def prepare_surat_keterangan(typed: TypedSuratKeterangan, ctx: Context) -> SuratKeteranganPrepared:
    """Prepare a letter that an employee's data have changed, and take the next number of the office's series."""
    require_address(ctx)  # a number whose letter could not be issued would only be cancelled
    drafted = draft(typed, ctx.new_id(), ctx)

    entry = take_number(drafted.numbering, drafted.unit_code, drafted.title, drafted.letter.id, ctx)
    key = entry_key(entry.series_id, entry.serial)
    ctx.create(SURAT_KETERANGAN, replace(drafted.letter, entry=key, number=entry.number))
    return SuratKeteranganPrepared(drafted.letter.id, entry.number)
