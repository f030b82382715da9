"""How many are present at an agenda or at one of its sittings, and how many of them have left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.records import (
    ATTENDANCE,
    OF_AGENDA_IN_ORDER,
    OF_AGENDA_LEFT,
    OF_AGENDA_OUTSIDE,
    OF_SITTING_IN_ORDER,
    OF_SITTING_LEFT,
    OF_SITTING_OUTSIDE,
)

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.sitting import Sitting
    from shared.kernel.collections import ListQuery
    from shared.kernel.context import ReadContext


def present_in_order(agenda: Agenda, sitting: Sitting | None) -> tuple[ListQuery, tuple[str | bool, ...]]:
    """Return the list of those present in order of arrival, at one sitting or at all there is, and what it equals."""
    return (OF_SITTING_IN_ORDER, (agenda.id, sitting.id)) if sitting else (OF_AGENDA_IN_ORDER, (agenda.id,))


def count_present(agenda: Agenda, sitting: Sitting | None, ctx: ReadContext, right_from: str) -> int:
    """Return how many are present at a sitting, or at the whole of an agenda that has none."""
    order, equal = present_in_order(agenda, sitting)
    return ctx.count(ATTENDANCE, order, equal=equal, up_to=_most(agenda, sitting), right_from=right_from)


def count_left(agenda: Agenda, sitting: Sitting | None, ctx: ReadContext, right_from: str) -> int | None:
    """Return how many of them have left; None where that is not recorded."""
    if agenda.leaving_minutes is None:
        return None
    order, equal = (OF_SITTING_LEFT, (agenda.id, sitting.id)) if sitting else (OF_AGENDA_LEFT, (agenda.id,))
    low = min([agenda.opens_at, *(it.opens_at for it in agenda.changes)])  # whoever has not left has no moment
    return ctx.count(ATTENDANCE, order, equal=equal, low=low, up_to=_most(agenda, sitting), right_from=right_from)


def outside_in_order(agenda: Agenda, sitting: Sitting | None) -> tuple[ListQuery, tuple[str | bool, ...]]:
    """Return the list of those whose phones were elsewhere, in order of arrival, and what it equals."""
    return (OF_SITTING_OUTSIDE, (agenda.id, sitting.id, True)) if sitting else (OF_AGENDA_OUTSIDE, (agenda.id, True))


def count_outside(agenda: Agenda, sitting: Sitting | None, ctx: ReadContext, right_from: str) -> int:
    """Return how many phones were elsewhere; none where the meeting doesn't ask."""
    if not agenda.asks_position:
        return 0
    order, equal = outside_in_order(agenda, sitting)
    return ctx.count(ATTENDANCE, order, equal=equal, up_to=_most(agenda, sitting), right_from=right_from)


def _most(agenda: Agenda, sitting: Sitting | None) -> int:
    return agenda.invited_count * (1 if sitting else max(1, len(agenda.sittings)))
