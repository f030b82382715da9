"""How letters are numbered, by their kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shared.rules.numbering import Classification, NumberPattern


class NumberedKind(StrEnum):
    """The kinds of letter that take a number here."""

    SURAT_KETERANGAN = "surat_keterangan"


# Letters of one book share a series. A kind in a book of its own would need a pattern of its own too, lest two letters
# bear one number.
BOOKS = {NumberedKind.SURAT_KETERANGAN: "surat-keluar"}


@dataclass(frozen=True, slots=True)
class NumberRow:
    """How the number of a kind is written; in which book it is counted is no row, for that may never change."""

    kind: NumberedKind
    classification: Classification
    pattern: NumberPattern
