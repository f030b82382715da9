"""Beginning a spot check: who is drawn, and that there is one at a time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaOver, NotOrganiser
from functions.eagenda.domain.spot_check import CheckState, EnoughChecks, NobodyToCheck, NotYetBegun
from functions.eagenda.look_for_spot_checks import look_for_spot_checks
from functions.portal.list_notices import WhichNotices, list_notices
from shared.refusals import RecordMissing
from tests.eagenda.answering import tasks
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

ASKED = "Cek acak: angka di layar aula"


@pytest.fixture
def hall(desk: Desk) -> Hall:
    return Hall(desk)


def test_five_of_those_present_are_asked_what_the_hall_shows_and_never_the_organiser(hall: Hall) -> None:
    assert hall.screen() == ""
    started = hall.start()
    assert (started.state, started.drawn, started.already) == (CheckState.RUNNING, 5, False)
    drawn = hall.drawn()
    assert len(drawn) == 5
    assert hall.meeting.organiser.id not in {it.id for it in drawn}
    assert hall.screen() == hall.check().shown
    assert hall.screen() in hall.own(drawn[0]).choices

    hall.desk.deliver()
    assert ASKED in tasks(hall.desk, drawn[0])
    told = hall.desk.call(list_notices, WhichNotices(), by=drawn[0]).items
    assert ("Cek acak: jawab sekarang", f"/agenda/{hall.meeting.id}/cek-acak") in {(it.title, it.link) for it in told}


def test_pressing_again_draws_nobody_else_and_so_do_two_who_press_at_once(hall: Hall, colleague: Actor) -> None:
    started = []
    threads = [
        threading.Thread(target=lambda it=it: started.append(hall.start(by=it)))
        for it in (hall.meeting.organiser, colleague)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(it.already for it in started) == [False, True]
    assert hall.start().already
    assert len(hall.listed().items) == 1
    assert len(hall.drawn()) == 5


@one_store
def test_a_check_needs_somebody_who_is_there_and_a_meeting_that_takes_place(desk: Desk) -> None:
    hall = Hall(desk, scan=False)
    with pytest.raises(NobodyToCheck):
        hall.start()
    desk.clock.set(hall.meeting.opens_at)
    desk.clock.pass_(minutes=-1)
    with pytest.raises(NotYetBegun, match="Tunggu sampai pukul"):
        hall.start()
    desk.clock.set(hall.meeting.ends_at)
    with pytest.raises(AgendaOver):
        hall.start()


@one_store
def test_a_meeting_has_no_more_checks_than_the_table_allows(hall: Hall) -> None:
    for _ in range(4):
        hall.start()
        hall.desk.clock.pass_(minutes=4)
        hall.desk.run_scheduled(look_for_spot_checks)
        hall.desk.deliver()
    with pytest.raises(EnoughChecks, match="paling banyak 4 kali"):
        hall.start()


@one_store
def test_only_those_who_run_the_meeting_start_one(hall: Hall, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        hall.start(by=superior)
    with pytest.raises(RecordMissing):
        hall.start(by=stranger)
