"""Count the letters that came in, by where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.surat_masuk import IN_STATE_NEWEST_FIRST, SURAT_MASUK
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN

MOST = 1_000  # more are told as so many "and more"


@dataclass(frozen=True, slots=True)
class LetterCount:
    """How many letters stand so (at most 1000)."""

    state: LetterState
    count: int


@dataclass(frozen=True, slots=True)
class LetterCounts:
    """What is still to be dealt with: that waits, and that is with recipients of a disposisi."""

    items: tuple[LetterCount, ...]


@query(permission=SIGNED_IN)
def count_surat_masuk(ctx: ReadContext) -> LetterCounts:
    """Count the letters which the caller may read that are still to be dealt with."""
    states = (LetterState.WAITING, LetterState.DISPOSED)
    return LetterCounts(
        tuple(LetterCount(it, ctx.count(SURAT_MASUK, IN_STATE_NEWEST_FIRST, equal=(it,), up_to=MOST)) for it in states)
    )
