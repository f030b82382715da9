"""Export the book of letters that came in to an office in a year: every agenda number once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.buku_agenda import COLUMNS, book_row
from functions.eoffice.domain.surat_masuk import BOOK
from functions.eoffice.surat_masuk import OF_BOOK, SURAT_MASUK
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import Table, xlsx
from shared.permissions import Permission
from shared.register import last_serial
from shared.values import Between


@dataclass(frozen=True, slots=True)
class BookToExport:
    """Of which year."""

    year: Annotated[int, Between(2000, 2999)]


@query(permission=Permission.REGISTER_LETTERS, limit=PerActor(per_minute=10, burst=5))
def export_buku_agenda(asked: BookToExport, ctx: ReadContext) -> Xlsx:
    """Export the caller's desk's book as XLSX; of a letter that is secret to the caller, its number alone."""
    office = ctx.actor.organisation_id
    book = ctx.every(SURAT_MASUK, OF_BOOK, equal=(office, asked.year))
    letters = {it.serial: it for _, it in book}
    last = last_serial(BOOK, office, asked.year, ctx)

    rows = [book_row(serial, asked.year, letters.get(serial)) for serial in range(1, last + 1)]
    facts = {"OPD": ctx.actor.organisation_name, "Tahun": str(asked.year), "Jumlah surat": str(last)}
    table = Table(title=f"Buku agenda {asked.year}", facts=facts, columns=COLUMNS, rows=rows, made_at=ctx.now)
    return Xlsx(f"buku-agenda-{asked.year}.xlsx", xlsx(table))
