"""Listing what waits for the caller."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.list_tasks import WhichTasks
from shared.directory.model import APPOINTMENTS, POSITIONS, Position
from shared.directory.standing import ROLES, Role
from shared.kernel import catalogue
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from shared.tasks.task import KINDS, TASKS, TaskKind, TaskVerb, of_person, of_position, of_right, settled
from tests.desk import MORNING
from tests.portal.tasks import listed, subjects, task_for

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

_PLT = "post-plt"


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    return desk.employee("Dewi", Permission.ATTEND)


@pytest.fixture
def rina(desk: Desk) -> Actor:
    return desk.employee("Rina", Permission.ATTEND)


def also_acting(desk: Desk, person: Actor, *permissions: Permission) -> Actor:
    """Let a person hold a second position as Plt.; return them signed in anew."""
    desk.given(ROLES, Role("role-plt", "Plt.", permissions))
    desk.given(POSITIONS, Position(_PLT, "diskominfo", "Kepala Bidang", roles=("role-plt",)))
    desk.given(APPOINTMENTS, Appointment(_PLT, person.id, AppointmentKind.PLT, MORNING.date()))
    return desk.signed_in(person.id, "after")


def test_what_is_due_first_stands_first_and_of_what_has_no_date_the_oldest(desk: Desk, dewi: Actor) -> None:
    mine = of_position(dewi.position_id)
    task_for(mine, desk, dewi, "no date, older")
    desk.clock.pass_(minutes=1)
    task_for(mine, desk, dewi, "no date, younger")
    task_for(mine, desk, dewi, "in two days", timedelta(days=2))
    task_for(mine, desk, dewi, "yesterday", timedelta(days=-1))
    assert subjects(desk, dewi) == ["yesterday", "in two days", "no date, older", "no date, younger"]


def test_what_waits_for_others_is_neither_shown_nor_counted(desk: Desk, dewi: Actor, rina: Actor) -> None:
    task_for(of_position(rina.position_id), desk, dewi, "her position's")
    task_for(of_person(rina.id), desk, dewi, "her own")
    task_for(of_right(Permission.APPROVE_TABLES), desk, rina, "an administrator's", kind=TaskKind.TABLE_PROPOSAL)
    answer = listed(desk, dewi)
    assert answer.items == ()
    assert [it.count for it in answer.counts] == [0, 0, 0, 0, 0]


def test_what_is_done_waits_no_longer(desk: Desk, dewi: Actor) -> None:
    task = task_for(of_position(dewi.position_id), desk, dewi)
    desk.given(TASKS, settled(task, dewi.id, desk.clock.now()))
    assert subjects(desk, dewi) == []


def test_all_positions_are_asked_and_each_task_says_which(desk: Desk, dewi: Actor, rina: Actor) -> None:
    dewi = also_acting(desk, dewi, Permission.APPROVE_TABLES)
    assert Permission.APPROVE_TABLES not in dewi.permissions  # she acts as her definitive position
    task_for(of_position(dewi.position_id), desk, rina, "first")
    task_for(of_position(_PLT), desk, rina, "second")
    task_for(of_right(Permission.APPROVE_TABLES), desk, rina, "third", kind=TaskKind.TABLE_PROPOSAL)
    task_for(of_person(dewi.id), desk, rina, "fourth")
    found = {it.subject_id: it.position_title for it in listed(desk, dewi).items}
    acting = "Plt. Kepala Bidang"
    assert found == {"first": "Jabatan Dewi", "second": acting, "third": acting, "fourth": ""}


def test_a_task_moves_with_the_position(desk: Desk, dewi: Actor, rina: Actor) -> None:
    task_for(of_position(_PLT), desk, dewi, "of the bureau")
    assert subjects(desk, rina) == []
    assert subjects(desk, also_acting(desk, rina)) == ["of the bureau"]


def test_who_asked_does_not_see_what_another_has_to_decide(desk: Desk) -> None:
    fajar, bayu = (desk.employee(name, Permission.APPROVE_TABLES) for name in ("Fajar", "Bayu"))
    task_for(of_right(Permission.APPROVE_TABLES), desk, fajar, "proposal", kind=TaskKind.TABLE_PROPOSAL)
    assert subjects(desk, fajar) == []
    assert subjects(desk, bayu) == ["proposal"]


def test_a_long_list_comes_in_parts_and_is_counted_whole(desk: Desk) -> None:
    fajar, bayu = (desk.employee(name, Permission.APPROVE_TABLES) for name in ("Fajar", "Bayu"))
    right = of_right(Permission.APPROVE_TABLES)
    for number in range(28):
        task_for(right, desk, fajar, f"{number:02}", kind=TaskKind.TABLE_PROPOSAL)
    task_for(right, desk, bayu, "his own", kind=TaskKind.TABLE_PROPOSAL)
    task_for(of_person(bayu.id), desk, fajar, "scans")

    first = listed(desk, bayu)
    rest = listed(desk, bayu, WhichTasks(cursor=first.next_cursor))
    assert len(first.items) == 25
    assert len(first.items) + len(rest.items) == 29
    assert {it.verb: it.count for it in first.counts} == {
        TaskVerb.SIGN: 0,
        TaskVerb.APPROVE: 28,
        TaskVerb.CONFIRM: 1,
        TaskVerb.DISPOSE: 0,
        TaskVerb.DO: 0,
    }

    [scans] = listed(desk, bayu, WhichTasks(TaskVerb.CONFIRM)).items
    assert scans.subject_id == "scans"


def test_what_can_be_done_in_place_is_an_operation_of_the_catalogue() -> None:
    for kind in KINDS.values():
        assert all(catalogue.find(operation) for operation in kind.operations)


def test_a_right_by_which_nobody_looks_for_tasks_is_no_address() -> None:
    with pytest.raises(ValueError, match="ADDRESSED_RIGHTS"):
        of_right(Permission.ATTEND)
