"""Put one of the caller's tasks off, for the caller alone."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.snooze import Snoozes, brought_back, put_off
from functions.portal.records import SNOOZES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tasks.mine import RIGHT, is_mine, my_tokens
from shared.tasks.task import TASKS, TaskState
from shared.values import Day


@dataclass(frozen=True, slots=True)
class TaskToSnooze:
    """Which task, and the day on which it comes back; None brings it back now."""

    task_id: str
    until: Day | None


@dataclass(frozen=True, slots=True)
class TaskSnoozed:
    """The caller sees it again on that day; others see it as before."""

    until: Day | None


@operation(permission=SIGNED_IN, refuses=(RecordMissing,))
def snooze_task(which: TaskToSnooze, ctx: Context) -> TaskSnoozed:
    """Put a task off until a later day, at most until it is due, or bring it back."""
    task = ctx.find(TASKS, which.task_id, right_from=RIGHT)
    if task is None or task.state is not TaskState.OPEN or not is_mine(task, my_tokens(ctx), ctx):
        raise RecordMissing("Tugas ini sudah selesai, atau bukan untuk Anda. Muat ulang daftar.")
    before = ctx.find(SNOOZES, ctx.actor.id, right_from="what the caller put off") or Snoozes(ctx.actor.id)

    today = wib_date(ctx.now)
    if which.until is None:
        snoozes = brought_back(before, task.id, today)
    else:
        snoozes = put_off(before, task.id, which.until, task.due, today)

    ctx.put(SNOOZES, snoozes)
    return TaskSnoozed(which.until)
