"""In whose name the caller acts: an aide does some of the chief's tasks, and what they do says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.rules.calendar import wib_date
from shared.tasks.task import KINDS, Task, TaskKind, of_position

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.rules.acting_for import Chief


def chief_at(position_id: str, kind: TaskKind, ctx: ReadContext) -> Chief | None:
    """Return the chief at a position in whose name the caller may do this kind of task today, or None.

    By the one position that the caller acts as; never for a position that is their own.
    """
    return next((it for it in chiefs_for(kind, ctx) if it.position_id == position_id), None)


def chiefs_for(kind: TaskKind, ctx: ReadContext) -> tuple[Chief, ...]:
    """Return all in whose name the caller may do this kind of task today, by the one position that they act as."""
    if not KINDS[kind].by_aide:
        return ()
    held = (it for it in ctx.directory.positions_of(ctx.actor.id) if it.position_id == ctx.actor.position_id)
    chiefs = (chief for it in held for chief in it.chiefs_on(wib_date(ctx.now)))
    return tuple(it for it in chiefs if it.position_id not in ctx.actor.position_ids)


def chief_of(task: Task, ctx: ReadContext) -> Chief | None:
    """Return in whose name the caller does a task; None where it is by a right of their own."""
    positions = (it.removeprefix("pos:") for it in task.addressees if it == of_position(it.removeprefix("pos:")))
    return next((chief for it in positions if (chief := chief_at(it, task.kind, ctx))), None)


def signed(name: str, chief: Chief | None) -> str:
    """Return how somebody is named in what they did."""
    return f"{name} atas nama {chief.title}" if chief else name
