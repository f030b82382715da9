"""How the number of a naskah is written, by its kind."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.naskah_kind import NaskahKind
from shared.rules.numbering import NumberPattern


@dataclass(frozen=True, slots=True)
class NaskahNumber:
    """The pattern of a kind's numbers. All are counted in one book, which is no row, for that may never change."""

    kind: NaskahKind
    pattern: NumberPattern
