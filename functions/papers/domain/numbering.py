"""How letters are numbered, by their kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shared.rules.numbering import Book, Classification, NumberPattern


class NumberedKind(StrEnum):
    """The kinds of letter that take a number here."""

    SURAT_KETERANGAN = "surat_keterangan"


@dataclass(frozen=True, slots=True)
class NumberRow:
    """The numbering of a kind. Kinds of one book share a series."""

    kind: NumberedKind
    book: Book
    classification: Classification
    pattern: NumberPattern
