"""A letter that came in as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.surat_masuk import LetterState
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eoffice.domain.surat_masuk import SuratMasuk


@dataclass(frozen=True, slots=True)
class ListedSuratMasuk:
    """A letter. Of a secret one the list shows neither hal nor sender nor number; they stand in the letter itself."""

    id: str
    nomor_agenda: str
    sender: str
    number: str
    hal: str
    dated_on: date | None
    received_on: date
    sifat: Sifat
    urgensi: Urgensi
    state: LetterState
    is_read: bool
    held_by: str
    due: Instant
    registered_at: Instant


def listed_surat_masuk(letter: SuratMasuk) -> ListedSuratMasuk:
    """Return a letter as a list shows it."""
    says, secret = letter.says, letter.is_secret
    return ListedSuratMasuk(
        letter.id,
        letter.nomor_agenda,
        "" if secret else says.sender,
        "" if secret else says.number,
        "" if secret else says.hal,
        None if secret else says.dated_on,
        says.received_on,
        says.sifat,
        says.urgensi,
        letter.state,
        letter.read_at is not None,
        letter.held_by,
        letter.due,
        letter.registered_at,
    )
