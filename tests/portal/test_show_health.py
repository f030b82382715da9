"""Showing whether the system is well."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.health import Judgement
from functions.portal.show_health import show_health
from functions.portal.shown_health import Health
from functions.portal.sweep_journal import sweep_journal
from shared.events.event import EventEnvelope
from shared.kernel.catalogue import find
from shared.permissions import Permission
from shared.ports.machine import Disk
from shared.wake_ups import run_quietly
from tests.kernel.notes import NewNote, write_note
from tests.portal.dead_letters import give_up

if TYPE_CHECKING:
    from datetime import datetime

    from shared.actor import Actor
    from tests.desk import Desk

SWEEP = "portal_sweep_journal"


@pytest.fixture
def watcher(desk: Desk) -> Actor:
    """Return who looks after the system."""
    return desk.employee("Wulan", Permission.WATCH_SYSTEM)


def health(desk: Desk, by: Actor) -> Health:
    answer: Health = desk.call(show_health, by=by)
    return answer


def judged(desk: Desk, by: Actor) -> dict[str, Judgement]:
    return {it.about: it.judgement for it in health(desk, by).findings}


class FullMachine:
    """A machine without space or backup."""

    def disk(self) -> Disk:
        return Disk(free=0, size=1 << 40)

    def last_backup(self) -> datetime | None:
        return None


def test_a_new_office_has_nothing_waiting_and_nothing_dead(desk: Desk, watcher: Actor) -> None:
    seen = judged(desk, watcher)
    assert seen["Kiriman gagal"] is seen["Peristiwa menunggu diteruskan"] is seen["Jam server"] is Judgement.WELL
    assert health(desk, watcher).dead_letters == ()


def test_a_full_disk_and_a_missing_backup_are_seen(desk: Desk, watcher: Actor) -> None:
    desk.machine = FullMachine()
    seen = judged(desk, watcher)
    assert (seen["Ruang disk"], seen["Cadangan terakhir"]) == (Judgement.BAD, Judgement.WATCH)


def test_in_the_cloud_there_is_neither_disk_nor_folder_of_backups(desk: Desk, watcher: Actor) -> None:
    desk.machine = None
    assert not {"Ruang disk", "Cadangan terakhir"} & judged(desk, watcher).keys()


def test_an_event_that_nobody_hands_over_is_seen_by_its_age(desk: Desk, watcher: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=watcher)
    desk.clock.pass_(minutes=11)
    assert judged(desk, watcher)["Peristiwa menunggu diteruskan"] is Judgement.BAD

    desk.run_scheduled(sweep_journal)
    assert judged(desk, watcher)["Peristiwa menunggu diteruskan"] is Judgement.WELL


def test_a_clock_that_was_set_back_is_seen_by_what_it_had_recorded(desk: Desk, watcher: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=watcher)
    desk.run_scheduled(sweep_journal)
    desk.clock.pass_(minutes=1)
    desk.run_scheduled(sweep_journal)
    desk.clock.pass_(minutes=-31)
    assert judged(desk, watcher)["Jam server"] is Judgement.BAD


def test_a_dead_letter_is_shown_without_what_it_tells(desk: Desk, watcher: Actor) -> None:
    event = EventEnvelope("e-1", "eagenda.agenda-cancelled", desk.clock.now(), "p", "o", "c", {"agenda_id": "rahasia"})
    key = give_up(desk, event, "eagenda_notify_participants")

    [letter] = health(desk, watcher).dead_letters

    assert judged(desk, watcher)["Kiriman gagal"] is Judgement.BAD
    assert (letter.id, letter.subscriber, letter.event) == (key, "eagenda_notify_participants", event.name)
    assert "rahasia" not in repr(letter)


def test_each_schedule_is_shown_with_its_last_run(desk: Desk, watcher: Actor) -> None:
    declaration = find(SWEEP)
    assert declaration is not None
    before = {it.target: it for it in health(desk, watcher).schedules}
    assert (before[SWEEP].ran_at, before[SWEEP].judgement) == (None, Judgement.WELL)
    assert before[SWEEP].due_at == desk.clock.now() + timedelta(minutes=1)

    run_quietly(declaration, "first", desk)
    after = {it.target: it for it in health(desk, watcher).schedules}
    assert (after[SWEEP].ran_at, after[SWEEP].judgement) == (desk.clock.now(), Judgement.WELL)
    assert after[SWEEP].due_at == desk.clock.now() + timedelta(minutes=1)
    assert after.keys() == before.keys() >= {SWEEP, "eagenda_remind_participants"}


def test_a_schedule_that_never_ran_although_its_time_came_is_looked_at(desk: Desk, watcher: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=watcher)
    desk.clock.pass_(minutes=5)
    assert {it.target: it.judgement for it in health(desk, watcher).schedules}[SWEEP] is Judgement.WATCH


def test_a_schedule_that_stopped_is_late_and_then_bad(desk: Desk, watcher: Actor) -> None:
    declaration = find(SWEEP)
    assert declaration is not None
    run_quietly(declaration, "first", desk)

    found = []
    for wait in ({"minutes": 10}, {"days": 2}):
        desk.clock.pass_(**wait)
        found += [it.judgement for it in health(desk, watcher).schedules if it.target == SWEEP]
    assert found == [Judgement.WATCH, Judgement.BAD]


def test_a_run_that_failed_says_how(desk: Desk, watcher: Actor) -> None:
    class Broken:
        def publish(self, _: object) -> None:
            raise ConnectionError

    declaration = find(SWEEP)
    assert declaration is not None
    desk.call(write_note, NewNote("Rapat"), by=watcher)
    desk.clock.pass_(minutes=1)
    desk.bus = Broken()  # type: ignore[assignment]  # the sweeper only publishes
    run_quietly(declaration, "first", desk)

    [run] = [it for it in health(desk, watcher).schedules if it.target == SWEEP]
    assert (run.failure, run.judgement) == ("ConnectionError", Judgement.BAD)


@pytest.mark.parametrize("permissions", [(), (Permission.MANAGE_DIRECTORY, Permission.MANAGE_OFFICE)])
def test_who_does_not_watch_the_system_sees_nothing(desk: Desk, permissions: tuple[Permission, ...]) -> None:
    token = desk.token(desk.employee("Rina", *permissions))
    response = desk.request(show_health, token=token)
    assert response.status_code == 403
    assert "findings" not in response.get_data(as_text=True)
