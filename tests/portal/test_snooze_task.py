"""Putting a task off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.snooze import Snooze, Snoozes
from functions.portal.records import SNOOZES
from functions.portal.show_badges import show_badges
from functions.portal.snooze_task import TaskSnoozed, TaskToSnooze, snooze_task
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.tasks.task import TASKS, of_person, of_right, settled
from tests.portal.tasks import listed, task_for

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.tasks.task import Task
    from tests.desk import Desk

TODAY = date(2026, 11, 24)
TOMORROW, LATER = TODAY + timedelta(days=1), TODAY + timedelta(days=3)
APPROVE = Permission.APPROVE_TABLES


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return desk.employee("Dewi", APPROVE)


@pytest.fixture
def hasan(desk: Desk) -> Actor:
    return desk.employee("Hasan", APPROVE)


def snooze(desk: Desk, by: Actor, task: Task, until: date | None) -> TaskSnoozed:
    answer: TaskSnoozed = desk.call(snooze_task, TaskToSnooze(task.id, until), by=by)
    return answer


def until(desk: Desk, by: Actor) -> list[date | None]:
    return [it.snoozed_until for it in listed(desk, by).items]


def test_a_task_that_is_put_off_says_until_when_and_only_to_who_did_it(desk: Desk, dewi: Actor, hasan: Actor) -> None:
    task = task_for(of_right(APPROVE), desk, hasan, due_in=timedelta(days=3))
    snooze(desk, dewi, task, LATER)
    assert until(desk, dewi) == [LATER]
    assert until(desk, hasan) == [None]


def test_it_is_back_on_its_day_and_at_once_when_it_is_called_back(desk: Desk, dewi: Actor) -> None:
    task = task_for(of_person(dewi.id), desk, dewi)
    snooze(desk, dewi, task, TOMORROW)
    snooze(desk, dewi, task, None)
    assert until(desk, dewi) == [None]
    snooze(desk, dewi, task, TOMORROW)
    assert until(desk, dewi) == [TOMORROW]
    desk.clock.pass_(days=1)
    assert until(desk, dewi) == [None]


def test_no_task_is_put_off_past_its_due_date(desk: Desk, dewi: Actor) -> None:
    task = task_for(of_person(dewi.id), desk, dewi, due_in=timedelta(days=2))
    with pytest.raises(InvalidField, match="Batasnya 26 November 2026"):
        snooze(desk, dewi, task, LATER)


def test_no_task_is_put_off_until_today(desk: Desk, dewi: Actor) -> None:
    task = task_for(of_person(dewi.id), desk, dewi)
    with pytest.raises(InvalidField, match="sesudah hari ini"):
        snooze(desk, dewi, task, TODAY)


def test_at_most_a_hundred_are_put_off(desk: Desk, dewi: Actor) -> None:
    first, hundredth, one_more = (task_for(of_person(dewi.id), desk, dewi, f"agenda-{it}") for it in (1, 100, 101))
    others = (Snooze(f"task-{number}", TOMORROW) for number in range(2, 100))
    desk.given(SNOOZES, Snoozes(dewi.id, (Snooze(first.id, TOMORROW), *others)))
    snooze(desk, dewi, hundredth, TOMORROW)
    with pytest.raises(InvalidField, match="100 tugas"):
        snooze(desk, dewi, one_more, TOMORROW)
    snooze(desk, dewi, first, LATER)  # one that is put off already can be put off for longer


def test_the_task_of_another_looks_like_none(desk: Desk, dewi: Actor, hasan: Actor) -> None:
    task = task_for(of_person(hasan.id), desk, hasan)
    with pytest.raises(RecordMissing):
        snooze(desk, dewi, task, TOMORROW)


def test_a_task_that_is_done_is_not_put_off(desk: Desk, dewi: Actor) -> None:
    task = task_for(of_person(dewi.id), desk, dewi)
    desk.given(TASKS, settled(task, dewi.id, desk.clock.now()))
    with pytest.raises(RecordMissing):
        snooze(desk, dewi, task, TOMORROW)
    assert desk.call(show_badges, by=dewi).tasks == 0
