"""Whose tasks are mine: those of all my positions, of the rights that any of them brings, and my own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.ports.records import MAX_TOKENS
from shared.rules.calendar import wib_date
from shared.tasks.task import (
    ADDRESSED_RIGHTS,
    ASKED_BY_ONESELF,
    DECIDED_BY_ANOTHER,
    OF_VERB_IN_ORDER,
    TASKS,
    Task,
    TaskState,
    TaskVerb,
    of_holder,
    of_person,
    of_position,
    of_right,
)

if TYPE_CHECKING:
    from shared.directory.standing import Held
    from shared.kernel.context import ReadContext
    from shared.rules.acting_for import Chief

RIGHT = "the positions that the caller holds today"


@dataclass(frozen=True, slots=True)
class Reach:
    """How a task reaches somebody: by a position of theirs or by none, and in whose name where it waits for a chief."""

    held: Held | None = None
    chief: Chief | None = None


def my_tokens(ctx: ReadContext) -> dict[str, Reach]:
    """Return the tokens by which tasks are addressed to the caller, each with how.

    Not those of the one position that the caller acts as: what waits for another of their positions waits as well.
    """
    return tokens_of(ctx.actor.id, ctx)


def tokens_of(person_id: str, ctx: ReadContext) -> dict[str, Reach]:
    """Return the tokens by which tasks are addressed to a person, each with how.

    What waits for a chief's position waits for the aides too; what waits for its holder alone, or for a right of the
    chief's, does not.
    """
    tokens = {of_person(person_id): Reach()}
    held = ctx.directory.positions_of(person_id)
    tokens |= {token(it.position_id): Reach(it) for it in held for token in (of_position, of_holder)}
    # Where several bring the same right, it is used as the position that the caller acts as.
    for position in sorted(held, key=lambda it: it.position_id == ctx.actor.position_id):
        brings = ctx.directory.permissions(position)
        tokens |= {of_right(right): Reach(position) for right in ADDRESSED_RIGHTS if right in brings}
    for position in held:
        for chief in position.chiefs_on(wib_date(ctx.now)):
            tokens.setdefault(of_position(chief.position_id), Reach(position, chief))
    return dict(list(tokens.items())[:MAX_TOKENS])


def is_mine(task: Task, tokens: dict[str, Reach], ctx: ReadContext) -> bool:
    """Whether a task is the caller's to do."""
    return not tokens.keys().isdisjoint(task.addressees) and not is_for_another(task, ctx)


def reach_of(task: Task, tokens: dict[str, Reach]) -> Reach:
    """Return how a task reaches whose tokens these are: as their own before in another's name."""
    return next(reach for token, reach in tokens.items() if token in task.addressees)


def is_for_another(task: Task, ctx: ReadContext) -> bool:
    """Whether the caller asked for what another person has to decide."""
    return task.by_another and task.asker_id == ctx.actor.id


def count_mine(verb: TaskVerb, tokens: dict[str, Reach], ctx: ReadContext) -> int:
    """Return how many open tasks with a verb are the caller's to do: one read, two where others decide."""
    return count_of(ctx.actor.id, verb, tokens, ctx)


def count_of(person_id: str, verb: TaskVerb, tokens: dict[str, Reach], ctx: ReadContext) -> int:
    """Return how many open tasks with a verb are a person's to do."""
    own = tuple(tokens)
    reached = ctx.count(TASKS, OF_VERB_IN_ORDER, equal=(TaskState.OPEN, verb), tokens=own, right_from=RIGHT)
    if reached == 0 or verb not in DECIDED_BY_ANOTHER:
        return reached
    by_oneself = (TaskState.OPEN, verb, True, person_id)
    return reached - ctx.count(TASKS, ASKED_BY_ONESELF, equal=by_oneself, tokens=own, right_from=RIGHT)
