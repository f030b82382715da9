"""The rows of the book of letters that came in: every agenda number once, a secret letter by its number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import SIFAT_WORDS
from functions.eoffice.domain.surat_masuk import LetterState
from shared.letters.table import Column
from shared.rules.calendar import long_date

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


def book_row(serial: int, year: int, letter: SuratMasuk | None) -> tuple[Cell, ...]:
    """Return the row of a number; without a letter it is one that is secret to whoever asks."""
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
