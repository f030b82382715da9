"""The job that makes the days of a series."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.add_room import add_room
from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.domain.plan import Plan
from functions.eagenda.domain.room import RoomFacts
from functions.eagenda.show_series import OneOfSeries, show_series
from functions.eagenda.write_series import write_series
from shared.events.eagenda_series import SeriesWritingMoved
from shared.jobs.job import JOB_PARTS, OF_JOB, JobState
from shared.kernel.http import run_inner
from shared.permissions import Permission
from tests.eagenda.inviting import Offices
from tests.eagenda.repeating import FIRST, Repeating

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def test_a_long_list_that_names_everybody_twice_invites_each_of_them_once_to_each_day(repeating: Repeating) -> None:
    crowd = Offices(repeating.desk).crowd(AT_ONCE + 5)
    created = repeating.create("FREQ=WEEKLY;BYDAY=MO;COUNT=2", invited=(*crowd, *crowd), invited_posts=("puri-camat",))
    agendas = repeating.agendas(created.id)

    assert created.invited_count == AT_ONCE + 6
    assert [it.invited_count for it in agendas] == [AT_ONCE + 6] * 2
    for agenda in agendas:
        assert len({it.person_id for it in repeating.invitations(agenda.id)}) == AT_ONCE + 6
    job = repeating.job(created.job_id)
    assert (job.state, job.total, job.created) == (JobState.COMPLETED, 3, 3)
    assert repeating.told(repeating.desk.signed_in(crowd[0])) == ["series-invited"]
    assert repeating.told(repeating.desk.signed_in(crowd[-1])) == ["series-invited"]


def test_what_is_delivered_again_makes_no_day_twice(repeating: Repeating) -> None:
    created = repeating.create()
    repeating.desk.deliver_again()
    repeating.desk.deliver()
    assert len(repeating.agendas(created.id)) == 4
    assert {it.invited_count for it in repeating.agendas(created.id)} == {1}
    assert repeating.told() == ["series-invited"]


def test_two_workers_with_the_same_step_make_one_day(repeating: Repeating) -> None:
    created = repeating.create(deliver=False)
    moved = SeriesWritingMoved(created.job_id, 0, created.id)
    together = threading.Barrier(2)

    def work(number: int) -> None:
        together.wait()
        run_inner(write_series.declaration, moved, f"event-{number}", repeating.desk, f"event-{number}")  # type: ignore[attr-defined]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert repeating.dates(created.id) == ["30/11", "07/12"]
    assert repeating.job(created.job_id).done == 1


def test_a_room_that_was_taken_meanwhile_costs_that_day_alone_and_stands_in_the_report(repeating: Repeating) -> None:
    desk = repeating.desk
    keeper = desk.employee("Sekar", Permission.MANAGE_OFFICE)
    room = desk.call(add_room, RoomFacts("Ruang Satya", 50, "", is_shared=True), by=keeper).id
    created = repeating.create(deliver=False, room_id=room)
    other = FIRST + timedelta(days=14)
    taken = Plan("Rapat lain", "Ruang Satya", other, other + timedelta(hours=1), (repeating.guest.id,), room_id=room)
    desk.call(create_agenda, taken, by=repeating.organiser)
    desk.deliver()

    assert repeating.dates(created.id) == ["30/11", "07/12", "21/12"]
    [refused] = repeating.job(created.job_id).first_refused
    assert refused.subject == "14 Des 2026"
    assert "Ruang Satya dipakai" in refused.detail
    for person, told in ((repeating.organiser, 1), (repeating.guest, 0)):
        assert len(desk.call(show_series, OneOfSeries(created.agenda_id), by=person).refused) == told


def test_days_that_are_over_before_the_server_is_back_are_not_made(repeating: Repeating) -> None:
    created = repeating.create(deliver=False)
    repeating.desk.clock.set(FIRST + timedelta(days=8))
    repeating.desk.deliver()
    assert repeating.dates(created.id) == ["30/11", "14/12", "21/12"]
    rows = [row for part in repeating.desk.all(JOB_PARTS, OF_JOB, created.job_id) for row in part.rows]
    assert [row.verdict.value for row in rows] == ["refused", "created", "created"]
