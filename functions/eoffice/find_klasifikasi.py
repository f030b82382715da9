"""Find a code of the klasifikasi arsip by its digits or by words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.domain.klasifikasi import found, place
from functions.eoffice.klasifikasi import listed_codes
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.values import Text

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class KlasifikasiSearch:
    """The first digits of a code, or words of its title in any order."""

    text: Annotated[str, Text(2, 100)]


@dataclass(frozen=True, slots=True)
class FoundKlasifikasi:
    """A listed code; the titles are those on the way to it, from the top."""

    code: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KlasifikasiFound:
    """A few codes. ``below`` is the longest listed one above a whole code that is not listed itself."""

    items: tuple[FoundKlasifikasi, ...]
    below: FoundKlasifikasi | None


@query(permission=SIGNED_IN, limit=PerActor(per_minute=240, burst=60), body=True)
def find_klasifikasi(search: KlasifikasiSearch, ctx: ReadContext) -> KlasifikasiFound:
    """Find codes of the klasifikasi arsip (Permendagri 83/2022) by digits or words."""
    listed = listed_codes(ctx)
    items = tuple(FoundKlasifikasi(it.code, it.titles) for it in found(search.text, listed, _SHOWN))
    placed = place(search.text, listed)
    below = FoundKlasifikasi(placed.known, placed.titles) if placed and not placed.is_listed else None
    return KlasifikasiFound(items, below)
