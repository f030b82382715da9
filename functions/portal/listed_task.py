"""A task as a list shows it to whom it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.tasks.mine import Reach
from shared.tasks.task import (
    KINDS,
    Task,
    TaskKind,
    TaskVerb,
)
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ListedTask:
    """What waits. The position is the caller's own for which it waits, empty where it is the person's own.

    ``in_name_of`` is the chief's position for whose holder it waits, where the caller is the aide; whether they may do
    it in the chief's name, or only prepare it, says ``may_do``. ``snoozed_until`` is the day on which the caller wants
    to see it again.
    """

    id: str
    kind: TaskKind
    verb: TaskVerb
    operations: tuple[str, ...]
    subject_id: str
    within_id: str
    title: str
    detail: str
    link: str
    asked_by: str
    asked_at: Instant
    due: Instant | None
    position_id: str
    position_title: str
    in_name_of: str
    may_do: bool
    snoozed_until: date | None


def listed_task(task: Task, reach: Reach, until: dict[str, date]) -> ListedTask:
    """Return a task as its addressee sees it, reached by a position of their own or of their chief."""
    position, chief, kind = reach.held, reach.chief, KINDS[task.kind]
    return ListedTask(
        task.id,
        task.kind,
        task.verb,
        kind.operations,
        task.subject_id,
        task.within_id,
        task.title,
        task.detail,
        task.link,
        task.asker,
        task.asked_at,
        task.due,
        position.position_id if position else "",
        position.position_title if position else "",
        chief.title if chief else "",
        chief is None or kind.by_aide,
        until.get(task.id),
    )
