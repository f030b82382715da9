"""The standard phrases of a disposisi as they hold today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.tables import DISPOSISI_PHRASES
from shared.rules.calendar import wib_date
from shared.tables.rows import values_on

if TYPE_CHECKING:
    from functions.eoffice.domain.phrase import Phrase
    from shared.kernel.context import ReadContext


def phrases_today(ctx: ReadContext) -> list[Phrase]:
    """Return the phrases in their order."""
    return sorted(values_on(wib_date(ctx.now), DISPOSISI_PHRASES, ctx), key=lambda it: (it.place, it.phrase))
