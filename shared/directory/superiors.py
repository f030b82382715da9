"""Who stands above a position: the head of its organisation, then those of the ones above, the regency's last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import BY_ORGANISATION, POSITIONS
from shared.rules.calendar import wib_date
from shared.rules.rank_class import has_one_holder, rank_order

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from shared.directory.model import Position
    from shared.kernel.context import ReadContext

_RIGHT = "the question who stands above a position"
_DEPUTY = "Wakil "  # of the same class as whom they deputise for


def superiors_of(position_id: str, path: Iterable[str], ctx: ReadContext) -> tuple[Position, ...]:
    """Return the heads above a position, the nearest first; ``path`` are its organisation and those above it."""
    day = wib_date(ctx.now)
    heads = (_head_of(organisation_id, day, ctx) for organisation_id in dict.fromkeys(path))
    return tuple(it for it in heads if it is not None and it.id != position_id)


def head(positions: Iterable[Position], day: date) -> Position | None:
    """Return the one position that stands highest among those of an organisation on a day; None where two do."""
    existing = [it for it in positions if (it.ends_on is None or it.ends_on >= day) and has_one_holder(it.rank_class)]
    highest = min((rank_order(it.rank_class) for it in existing), default=None)
    at_top = [it for it in existing if rank_order(it.rank_class) == highest and not it.title.startswith(_DEPUTY)]
    return at_top[0] if len(at_top) == 1 else None


def _head_of(organisation_id: str, day: date, ctx: ReadContext) -> Position | None:
    found = ctx.every(POSITIONS, BY_ORGANISATION, equal=(organisation_id,), right_from=_RIGHT)
    return head((position for _, position in found), day)
