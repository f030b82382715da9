"""Export the book of letters that came in to an office in a year: every agenda number once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.domain.letter import SIFAT_WORDS
from functions.eoffice.domain.surat_masuk import BOOK, LetterState
from functions.eoffice.surat_masuk import OF_BOOK, SURAT_MASUK
from shared.answers import Xlsx
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.table import Column, Table, xlsx
from shared.permissions import Permission
from shared.register import last_serial
from shared.rules.calendar import long_date
from shared.values import Between

if TYPE_CHECKING:
    from functions.eoffice.domain.surat_masuk import SuratMasuk
    from shared.letters.table import Cell

COLUMNS = (
    Column("Nomor agenda", 14),
    Column("Diterima", 20),
    Column("Pengirim", 40),
    Column("Nomor surat", 32),
    Column("Tanggal surat", 20),
    Column("Hal", 50),
    Column("Klasifikasi", 16),
    Column("Sifat", 16),
    Column("Diteruskan kepada", 36),
    Column("Keadaan", 24),
    Column("Hasil", 40),
)
STATES = {
    LetterState.WAITING: "Menunggu",
    LetterState.DISPOSED: "Didisposisi",
    LetterState.DONE: "Selesai",
    LetterState.CANCELLED: "Batal",
}
_SECRET = "Rahasia"  # noqa: S105 -- a word of the table


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

    rows = [_row(serial, asked.year, letters.get(serial)) for serial in range(1, last + 1)]
    facts = {"OPD": ctx.actor.organisation_name, "Tahun": str(asked.year), "Jumlah surat": str(last)}
    table = Table(title=f"Buku agenda {asked.year}", facts=facts, columns=COLUMNS, rows=rows, made_at=ctx.now)
    return Xlsx(f"buku-agenda-{asked.year}.xlsx", xlsx(table))


def _row(serial: int, year: int, letter: SuratMasuk | None) -> tuple[Cell, ...]:
    number = f"{serial:04}/{year}"
    if letter is None or letter.is_secret:
        received = long_date(letter.says.received_on) if letter else None
        return (number, received, _SECRET, None, None, None, None, _SECRET, None, None, None)
    says = letter.says
    return (
        number,
        long_date(says.received_on),
        says.sender,
        says.number,
        long_date(says.dated_on),
        says.hal,
        says.klasifikasi or None,
        SIFAT_WORDS[says.sifat],
        letter.addressee.title,
        STATES[letter.state],
        letter.done.note if letter.done else letter.cancel_reason or None,
    )
