"""Klasifikasi arsip as it holds today: codes with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.tables import KLASIFIKASI
from shared.rules.calendar import wib_date
from shared.tables.rows import rows_on

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


def listed_codes(ctx: ReadContext) -> dict[str, str]:
    """Return every code of the list with its title: some three thousand, so as the texts that they are."""
    rows = rows_on(wib_date(ctx.now), KLASIFIKASI, ctx)
    return {row.values["code"]: row.values["title"] for row in rows}
