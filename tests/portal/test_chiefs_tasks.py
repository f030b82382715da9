"""What waits for a chief stands in the aide's *Kerja saya* too, in the chief's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.end_aide import AideToEnd, end_aide
from functions.portal.list_tasks import WhichTasks
from functions.portal.show_badges import show_badges
from functions.portal.snooze_task import TaskToSnooze, snooze_task
from shared.directory.standing import ROLES, Role
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.task import TASKS, TaskKind, TaskVerb, of_position, of_right
from tests.directory.absent import TODAY, Office, on
from tests.portal.tasks import listed, subjects, task_for

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk) -> Office:
    """Return an office whose clerk, Joni, prepares for the head since today."""
    office = Office(desk)
    office.aide()
    return office


def ask_head(office: Office, subject: str = "agenda-1", kind: TaskKind = TaskKind.PROVISIONAL_SCANS) -> str:
    """Let something wait for whoever holds the head's post."""
    return task_for(of_position("kadis"), office.desk, office.other_head, subject, kind=kind).id


def test_an_aide_sees_and_counts_what_waits_for_the_chief_and_in_whose_name(office: Office) -> None:
    ask_head(office)
    task_for(of_position("staf"), office.desk, office.head, "own")
    answer = listed(office.desk, office.clerk)
    found = {it.subject_id: (it.position_title, it.in_name_of) for it in answer.items}
    assert found == {"agenda-1": ("Jabatan staf", "Jabatan kadis"), "own": ("Jabatan staf", "")}
    assert {it.verb: it.count for it in answer.counts} == {
        TaskVerb.SIGN: 0,
        TaskVerb.APPROVE: 0,
        TaskVerb.CONFIRM: 2,
        TaskVerb.DISPOSE: 0,
        TaskVerb.DO: 0,
    }
    assert len(listed(office.desk, office.clerk, WhichTasks(TaskVerb.CONFIRM)).items) == 2
    assert office.desk.call(show_badges, by=office.clerk).tasks == 2
    assert [it.in_name_of for it in listed(office.desk, office.head).items] == [""]


def test_a_chiefs_decision_is_prepared_and_a_confirmation_done(office: Office) -> None:
    ask_head(office)
    ask_head(office, "mutasi", TaskKind.ROTATION)
    assert {it.subject_id: it.may_do for it in listed(office.desk, office.clerk).items} == {
        "agenda-1": True,
        "mutasi": False,
    }
    assert all(it.may_do for it in listed(office.desk, office.head).items)


def test_a_former_aide_sees_nothing_from_the_day_after(office: Office) -> None:
    ask_head(office)
    office.desk.call(end_aide, AideToEnd("kadis", "staf", TODAY, TODAY), by=office.head)
    assert subjects(office.desk, office.clerk) == ["agenda-1"]
    office.desk.clock.pass_(days=1)
    assert subjects(office.desk, office.clerk) == []
    assert office.desk.call(show_badges, by=office.clerk).tasks == 0


def test_one_who_is_taken_back_sees_nothing_at_once(office: Office) -> None:
    task_id = ask_head(office)
    office.desk.call(end_aide, AideToEnd("kadis", "staf", TODAY, on(-1)), by=office.head)
    assert subjects(office.desk, office.clerk) == []
    with pytest.raises(RecordMissing):
        office.desk.call(snooze_task, TaskToSnooze(task_id, on(1)), by=office.clerk)


def test_neither_the_aide_of_another_nor_a_colleague_sees_it(office: Office) -> None:
    office.aide(by=office.other_admin, post="kaban", aide=office.other_admin.id)
    ask_head(office)
    assert subjects(office.desk, office.other_admin) == []
    assert subjects(office.desk, office.secretary) == []


def test_a_right_of_the_chief_is_not_the_aides(office: Office) -> None:
    office.desk.given(ROLES, Role("role-kadis", "kadis", (Permission.APPROVE_TABLES,)))
    task_for(of_right(Permission.APPROVE_TABLES), office.desk, office.other_head, "row", kind=TaskKind.TABLE_PROPOSAL)
    assert subjects(office.desk, office.head) == ["row"]
    assert subjects(office.desk, office.clerk) == []


def test_what_an_aide_puts_off_the_chief_still_sees(office: Office) -> None:
    task_id = ask_head(office)
    office.desk.call(snooze_task, TaskToSnooze(task_id, on(1)), by=office.clerk)
    assert [it.snoozed_until for it in listed(office.desk, office.clerk).items] == [on(1)]
    assert [it.snoozed_until for it in listed(office.desk, office.head).items] == [None]
    kept = office.desk.found(TASKS, task_id)
    assert kept is not None
    assert kept.settled_at is None
