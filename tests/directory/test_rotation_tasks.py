"""A planned rotation waits in the *Kerja saya* of those who may approve it, and of nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.list_tasks import WhichTasks, list_tasks
from functions.portal.listed_task import ListedTask
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.rotating import Rotating


def waiting(rotating: Rotating, actor: Actor) -> list[ListedTask]:
    return list(rotating.desk.call(list_tasks, WhichTasks(), by=actor).items)


def test_a_plan_waits_for_the_others_who_manage_the_directory(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))

    [task] = waiting(rotating, rotating.approver)
    assert (task.kind, task.subject_id, task.title) == (TaskKind.ROTATION, rotation_id, "Mutasi 1 pejabat")
    assert waiting(rotating, rotating.planner) == waiting(rotating, rotating.office) == []


def test_a_faulty_file_asks_nobody(rotating: Rotating) -> None:
    rotating.planned((1, "nowhere"))
    assert waiting(rotating, rotating.approver) == []


def test_once_it_is_approved_or_dropped_nothing_waits(rotating: Rotating) -> None:
    rotating.approve(rotating.planned((1, "vacant")))
    rotating.cancel(rotating.planned((2, "vacant")))
    assert waiting(rotating, rotating.approver) == []
