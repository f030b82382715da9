"""Asking and settling, in the transaction of what the task belongs to: neither is there without the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from shared.notices.request import request_notices_to_positions
from shared.rules.notice import NoticeKind
from shared.tasks.in_name_of import chief_of
from shared.tasks.task import TASKS, Task, TaskKind, TaskState, rank, settled, task_id

if TYPE_CHECKING:
    from shared.kernel.context import Context


def find_task(kind: TaskKind, subject_id: str, ctx: Context) -> Task | None:
    """Return the task of this kind about a record, before anything is written; None when there was never one."""
    return ctx.find(TASKS, task_id(kind, subject_id), right_from="the record that it is about")


def ask(task: Task, ctx: Context, *, found: Task | None = None) -> None:
    """Put a task before its addressees; ``found`` is what `find_task` returned, where it may have been asked before.

    One that is open stays as it is, so that many who ask for the same thing write nothing; a settled one opens again.
    """
    if found is None:
        ctx.create(TASKS, task)
    elif found.state is TaskState.SETTLED:
        ctx.put(TASKS, task)


def restate(found: Task | None, told: Task, ctx: Context) -> None:
    """Let a task that waits say what it is called now, whom it waits for and until when; who asked, and when, stays."""
    if found is None or found.state is not TaskState.OPEN:
        return
    restated = replace(
        found,
        title=told.title,
        detail=told.detail,
        addressees=told.addressees,
        due=told.due,
        rank=rank(told.due, found.asked_at),
    )
    if restated != found:
        ctx.put(TASKS, restated)


def withdraw(found: Task | None, ctx: Context) -> None:
    """Take a task away that nobody is to do any more: whoever does that did it in no chief's name."""
    if found is not None and found.state is TaskState.OPEN:
        ctx.put(TASKS, settled(found, ctx.actor.id, ctx.now))


def settle(found: Task | None, ctx: Context, *, subject_id: str = "") -> None:
    """Take a task away: it is done. One that is not open changes nothing.

    Where an aide did it in a chief's name, it says so, and the chief is told about the subject.
    """
    if found is not None and found.state is TaskState.OPEN:
        chief = chief_of(found, ctx)
        ctx.put(TASKS, settled(found, ctx.actor.id, ctx.now, chief.position_id if chief else ""))
        if chief:
            request_notices_to_positions(NoticeKind.DONE_IN_YOUR_NAME, subject_id, [chief.position_id], ctx)
