"""Show a text of a naskah as it lay before the checkers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.domain.naskah import NaskahSays
from functions.eoffice.naskah import naskah_to_read
from functions.eoffice.naskah_moves import NASKAH_EDITIONS, edition_key
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.values import Between, Instant


@dataclass(frozen=True, slots=True)
class WhichNaskahEdition:
    """An edition of a naskah."""

    naskah_id: str
    number: Annotated[int, Between(1, 10_000)]


@dataclass(frozen=True, slots=True)
class NaskahEditionShown:
    """What the edition says, who wrote it and when."""

    says: NaskahSays
    by_name: str
    at: Instant


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_naskah_edition(which: WhichNaskahEdition, ctx: ReadContext) -> NaskahEditionShown:
    """Show an edition of a naskah to who may read the naskah."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    edition = ctx.find(NASKAH_EDITIONS, edition_key(naskah.id, which.number), right_from="the naskah")
    if edition is None:
        raise RecordMissing("Edisi ini tidak ada. Buka naskahnya lagi, lalu pilih edisi lain.")
    return NaskahEditionShown(edition.says, edition.by_name, edition.at)
