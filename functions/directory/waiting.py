"""The positions for which tasks wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.tasks.task import IN_ORDER, TASKS, TaskState, of_holder, of_position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.directory.model import Position
    from shared.kernel.context import ReadContext

_AT_ONCE = 15  # two tokens each, of the thirty that one query takes
_RIGHT = "the right to end the positions"


def titles_with_tasks(positions: Sequence[Position], ctx: ReadContext) -> list[str]:
    """Return the titles of those for which open tasks wait."""
    found: list[str] = []
    for first in range(0, len(positions), _AT_ONCE):
        some = positions[first : first + _AT_ONCE]
        if _waits(some, ctx):
            found.extend(it.title for it in some if _waits([it], ctx))
    return found


def _waits(positions: Sequence[Position], ctx: ReadContext) -> bool:
    tokens = tuple(token(it.id) for it in positions for token in (of_position, of_holder))
    open_ones = (TaskState.OPEN.value,)
    return ctx.count(TASKS, IN_ORDER, equal=open_ones, tokens=tokens, up_to=1, right_from=_RIGHT) > 0
