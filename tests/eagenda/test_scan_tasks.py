"""Kept scans wait in the organiser's *Kerja saya*, one task for each meeting, until the last of them is decided."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.list_provisional_scans import WhichProvisionalScans, list_provisional_scans
from functions.eagenda.records import AGENDAS
from functions.portal.list_tasks import WhichTasks, list_tasks
from functions.portal.listed_task import ListedTask
from shared.directory.model import POSITIONS
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.acting_for import Chief
from shared.rules.calendar import wib_date
from shared.tasks.task import TASKS, TaskKind
from tests.eagenda.meeting import Meeting
from tests.phone import Phone
from tests.portal.notices import told

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

PEOPLE = ("Sari", "Bagus", "Citra", "Dodi")


@pytest.fixture
def people(desk: Desk) -> list[Actor]:
    return [desk.employee(name, Permission.ATTEND, organisation="bapenda") for name in PEOPLE]


@pytest.fixture
def meeting(desk: Desk, people: list[Actor]) -> Meeting:
    return Meeting(desk, *people)


def send(meeting: Meeting, person: Actor) -> None:
    """Send a scan that the person's phone kept."""
    phone = Phone(meeting.desk, person)
    phone.enrol()
    phone.send(phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now()))


def waiting(meeting: Meeting, by: Actor | None = None) -> list[ListedTask]:
    """Return what waits for somebody, the organiser by default."""
    return list(meeting.desk.call(list_tasks, WhichTasks(), by=by or meeting.organiser).items)


def test_many_scans_of_a_meeting_are_one_task_of_its_organiser(meeting: Meeting, people: list[Actor]) -> None:
    for person in people:
        send(meeting, person)
    [task] = waiting(meeting)
    assert (task.subject_id, task.title, task.position_title) == (meeting.id, meeting.agenda().title, "Jabatan Dewi")
    assert [it.kind for it in waiting(meeting, people[0])] == [TaskKind.INVITATION]


def test_the_task_is_done_with_the_last_scan_and_not_before(meeting: Meeting, people: list[Actor]) -> None:
    for person in people[:3]:
        send(meeting, person)
    meeting.confirm(people[0])
    meeting.reject(people[1])
    assert len(waiting(meeting)) == 1
    meeting.confirm(people[0])  # once more: it counts for nothing
    assert len(waiting(meeting)) == 1
    meeting.confirm(people[2])
    assert waiting(meeting) == []


def test_a_rejection_can_be_the_last(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    meeting.reject(people[0])
    assert waiting(meeting) == []


def test_a_scan_that_comes_later_asks_again(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    meeting.confirm(people[0])
    meeting.desk.clock.pass_(minutes=2)
    send(meeting, people[1])
    [task] = waiting(meeting)
    assert task.asked_at == meeting.desk.clock.now()


def test_a_list_that_is_closed_without_them_asks_for_nothing(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    meeting.close(leave_waiting=True)
    assert waiting(meeting) == []


def test_a_cancelled_meeting_asks_for_nothing(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    meeting.cancel()
    assert waiting(meeting) == []


def test_a_meeting_from_before_positions_were_noted_asks_its_organiser_in_person(
    meeting: Meeting, people: list[Actor]
) -> None:
    body = meeting.desk.records.get(AGENDAS.stored, meeting.id)
    assert body is not None
    del body["value"]["organiser"]["position_id"]
    meeting.desk.records.transact(lambda tx: tx.put(AGENDAS.stored, meeting.id, body))
    send(meeting, people[0])
    [task] = waiting(meeting)
    assert task.position_title == ""


def test_a_scan_that_comes_while_the_last_one_is_decided_still_waits(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    start = threading.Barrier(2)

    def decide() -> None:
        start.wait(10)
        meeting.confirm(people[0])

    def arrive() -> None:
        start.wait(10)
        send(meeting, people[1])

    with ThreadPoolExecutor(2) as threads:
        for one in [threads.submit(decide), threads.submit(arrive)]:
            one.result()
    late = meeting.provisional(people[1])
    assert late is not None
    assert late.state is ScanState.WAITING
    assert len(waiting(meeting)) == 1


def aide_of_organiser(meeting: Meeting, *, since: int = 0, until: int | None = None) -> Actor:
    """Let Tari, of an office below, prepare for whoever holds the organiser's post; return her signed in."""
    desk = meeting.desk
    desk.organisation("protokol", parent_id="diskominfo")
    tari = desk.employee("Tari", Permission.ORGANISE_AGENDA, organisation="protokol")
    post, today = desk.found(POSITIONS, tari.position_id), wib_date(desk.clock.now())
    assert post is not None
    last = None if until is None else today + timedelta(days=until)
    chief = Chief(meeting.organiser.position_id, today + timedelta(days=since), last)
    desk.given(POSITIONS, replace(post, chiefs=(chief,)))
    return tari


def test_an_aide_decides_in_the_organisers_name_and_it_is_written_down(meeting: Meeting, people: list[Actor]) -> None:
    tari = aide_of_organiser(meeting)
    send(meeting, people[0])
    [task] = waiting(meeting, tari)
    assert (task.in_name_of, task.may_do) == ("Jabatan Dewi", True)
    assert len(meeting.desk.call(list_provisional_scans, WhichProvisionalScans(meeting.id), by=tari).items) == 1

    meeting.confirm(people[0], by=tari)
    assert waiting(meeting) == []
    scan, kept = meeting.provisional(people[0]), meeting.desk.found(TASKS, task.id)
    assert scan is not None
    assert scan.decision is not None
    assert scan.decision.by == "Tari atas nama Jabatan Dewi"
    assert kept is not None
    assert (kept.settled_by, kept.settled_for) == (tari.id, meeting.organiser.position_id)
    meeting.desk.deliver()
    [notice] = told(meeting.desk, meeting.organiser)
    assert (notice.title, notice.link) == ("Diselesaikan atas nama Anda", f"/agenda/{meeting.id}")


def test_an_organiser_decides_in_their_own_name(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    [task] = waiting(meeting)
    meeting.reject(people[0])
    scan, kept = meeting.provisional(people[0]), meeting.desk.found(TASKS, task.id)
    assert scan is not None
    assert scan.decision is not None
    assert scan.decision.by == "Dewi"
    assert kept is not None
    assert kept.settled_for == ""


def test_a_former_aide_and_one_to_come_decide_nothing(meeting: Meeting, people: list[Actor]) -> None:
    send(meeting, people[0])
    for since, until in ((-9, -1), (1, None)):
        tari = aide_of_organiser(meeting, since=since, until=until)
        assert waiting(meeting, tari) == []
        with pytest.raises(RecordMissing):
            meeting.confirm(people[0], by=tari)


def test_of_a_secret_agenda_the_organisers_aide_is_told_nothing(meeting: Meeting, people: list[Actor]) -> None:
    tari = aide_of_organiser(meeting)
    meeting.desk.given(AGENDAS, replace(meeting.agenda(), visibility=Visibility.SECRET))
    send(meeting, people[0])
    assert waiting(meeting, tari) == []
    assert len(waiting(meeting)) == 1
    with pytest.raises(RecordMissing):
        meeting.confirm(people[0], by=tari)
    meeting.confirm(people[0])
    assert waiting(meeting) == []


def test_a_task_is_called_and_addressed_as_its_agenda_is_edited(meeting: Meeting, people: list[Actor]) -> None:
    tari = aide_of_organiser(meeting)
    send(meeting, people[0])
    meeting.edit(title="Rapat SPBE tahap 2")
    assert [it.title for it in waiting(meeting, tari)] == ["Rapat SPBE tahap 2"]
    asked = waiting(meeting)[0].asked_by
    meeting.edit(visibility=Visibility.SECRET)
    assert waiting(meeting, tari) == []
    assert [it.asked_by for it in waiting(meeting)] == [asked] == ["Sari"]
