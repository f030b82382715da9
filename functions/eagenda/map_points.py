"""The point of a meeting or a room as operations get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.distance import placed
from functions.eagenda.tables import MAP_POLICY
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on

if TYPE_CHECKING:
    from functions.eagenda.domain.distance import MapPolicy
    from functions.eagenda.domain.map_point import MapPoint
    from shared.kernel.context import ReadContext


def map_policy(ctx: ReadContext) -> MapPolicy:
    """Return what holds today."""
    return value_on(wib_date(ctx.now), MAP_POLICY, ctx)


def placed_point(wanted: MapPoint | None, ctx: ReadContext) -> MapPoint | None:
    """Return the point that is wanted, with the usual radius where none is said. Raises InvalidField."""
    return placed(wanted, map_policy(ctx)) if wanted else None
