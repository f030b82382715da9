"""The figures in the menu."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from functions.portal.show_badges import show_badges
from functions.portal.snooze_task import TaskToSnooze, snooze_task
from shared.permissions import Permission
from shared.tasks.task import TASKS, TaskKind, of_person, of_right, settled
from tests.portal.tasks import task_for

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

APPROVE = Permission.APPROVE_TABLES


def tasks(desk: Desk, by: Actor) -> int:
    return int(desk.call(show_badges, by=by).tasks)


def test_what_waits_is_counted_without_what_is_put_off_and_what_others_must_decide(desk: Desk) -> None:
    dewi, hasan = desk.employee("Dewi", APPROVE), desk.employee("Hasan", APPROVE)
    assert tasks(desk, dewi) == 0
    task_for(of_right(APPROVE), desk, dewi, "hers", kind=TaskKind.TABLE_PROPOSAL)
    task_for(of_right(APPROVE), desk, hasan, "his", kind=TaskKind.TABLE_PROPOSAL)
    scans = task_for(of_person(dewi.id), desk, hasan, "scans")
    assert (tasks(desk, dewi), tasks(desk, hasan)) == (2, 1)

    desk.call(snooze_task, TaskToSnooze(scans.id, date(2026, 11, 25)), by=dewi)
    assert tasks(desk, dewi) == 1
    desk.given(TASKS, settled(scans, dewi.id, desk.clock.now()))  # by a colleague: it no longer lies under the count
    assert tasks(desk, dewi) == 1
