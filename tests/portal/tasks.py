"""Tasks as the tests of *Kerja saya* need them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.portal.list_tasks import ListedTasks, WhichTasks, list_tasks
from shared.tasks.task import TASKS, Task, TaskKind, new_task

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def task_for(
    addressee: str,
    desk: Desk,
    asker: Actor,
    subject: str = "agenda-1",
    due_in: timedelta | None = None,
    kind: TaskKind = TaskKind.PROVISIONAL_SCANS,
) -> Task:
    """Let a task wait for somebody since now."""
    now = desk.clock.now()
    task = new_task(
        kind,
        subject,
        addressees=(addressee,),
        title=f"Tugas {subject}",
        detail="Menunggu",
        link="/agenda",
        asker=asker,
        now=now,
        due=now + due_in if due_in is not None else None,
    )
    desk.given(TASKS, task)
    return task


def listed(desk: Desk, by: Actor, which: WhichTasks | None = None) -> ListedTasks:
    """Return the caller's list."""
    answer: ListedTasks = desk.call(list_tasks, which or WhichTasks(), by=by)
    return answer


def subjects(desk: Desk, by: Actor) -> list[str]:
    """Return what the caller's tasks are about, in order."""
    return [it.subject_id for it in listed(desk, by).items]
