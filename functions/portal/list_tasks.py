"""List what waits for the caller in all their positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.portal.domain.snooze import put_off_on
from functions.portal.listed_task import ListedTask, listed_task
from functions.portal.records import SNOOZES
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.rules.calendar import wib_date
from shared.tasks.mine import RIGHT, count_mine, is_for_another, my_tokens, reach_of
from shared.tasks.task import (
    IN_ORDER,
    OF_VERB_IN_ORDER,
    TASKS,
    Task,
    TaskState,
    TaskVerb,
)
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class WhichTasks:
    """Those with one verb, or all; the cursor continues an earlier answer."""

    verb: TaskVerb | None = None
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class TaskCount:
    """How many wait with one verb (at most 1000)."""

    verb: TaskVerb
    count: int


@dataclass(frozen=True, slots=True)
class ListedTasks:
    """A part of the list by due date, then by age, and how many wait in all with each verb."""

    items: tuple[ListedTask, ...]
    counts: tuple[TaskCount, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_tasks(which: WhichTasks, ctx: ReadContext) -> ListedTasks:
    """List what waits for the caller in all their positions, by due date."""
    tokens = my_tokens(ctx)
    order, equal = (OF_VERB_IN_ORDER, (which.verb,)) if which.verb else (IN_ORDER, ())
    page = ctx.list(
        TASKS, order, equal=(TaskState.OPEN, *equal), tokens=tuple(tokens), cursor=which.cursor, right_from=RIGHT
    )
    snoozes = ctx.find(SNOOZES, ctx.actor.id, right_from="what the caller put off")

    tasks = [task for _, task in page.items if not is_for_another(task, ctx)]
    is_whole = not (which.verb or which.cursor or page.next_cursor)
    until = put_off_on(snoozes, wib_date(ctx.now))
    return ListedTasks(
        tuple(listed_task(task, reach_of(task, tokens), until) for task in tasks),
        _counts_of(tasks) if is_whole else tuple(TaskCount(verb, count_mine(verb, tokens, ctx)) for verb in TaskVerb),
        page.next_cursor,
        ctx.now,
    )


def _counts_of(tasks: Iterable[Task]) -> tuple[TaskCount, ...]:
    verbs = [task.verb for task in tasks]
    return tuple(TaskCount(verb, verbs.count(verb)) for verb in TaskVerb)
