"""The sweeper: what a crash or a silent bus left behind is handed over, and the journal stays short."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.sweep_journal import sweep_journal
from shared.kernel.journal import ANSWERS_KEPT, Relay
from shared.permissions import Permission
from tests.kernel.notes import NewNote, write_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.actor import Actor
    from shared.events.event import EventEnvelope
    from tests.desk import Desk


class Heard:
    """A bus that remembers what it was handed, and can be out of order."""

    def __init__(self) -> None:
        self.events: list[EventEnvelope] = []
        self.is_broken = False

    def publish(self, events: Sequence[EventEnvelope]) -> None:
        if self.is_broken:
            raise ConnectionError
        self.events += events


@pytest.fixture
def bus(desk: Desk) -> Heard:
    bus = Heard()
    desk.bus = bus  # type: ignore[assignment]  # the sweeper only publishes
    return bus


@pytest.fixture
def writer(desk: Desk) -> Actor:
    return desk.employee("Dewi", Permission.ORGANISE_AGENDA)


def test_an_event_that_was_left_behind_is_handed_over_once(desk: Desk, bus: Heard, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)
    desk.clock.pass_(seconds=11)
    desk.run_scheduled(sweep_journal)
    desk.run_scheduled(sweep_journal)
    assert [event.name for event in bus.events] == ["kernel.note-written"]
    assert {row.relay for row in desk.journal()} == {Relay.DONE}


def test_an_event_that_its_own_call_is_about_to_hand_over_is_left_to_it(desk: Desk, bus: Heard, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)
    desk.clock.pass_(seconds=9)
    desk.run_scheduled(sweep_journal)
    assert bus.events == []


def test_more_than_one_batch_is_handed_over_in_one_run(desk: Desk, bus: Heard, writer: Actor) -> None:
    for number in range(101):
        desk.call(write_note, NewNote(f"Rapat {number}"), by=writer)
    desk.clock.pass_(minutes=1)
    desk.run_scheduled(sweep_journal)
    assert len({event.id for event in bus.events}) == 101


def test_a_bus_out_of_order_fails_the_run_and_the_next_one_hands_over(desk: Desk, bus: Heard, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)
    desk.clock.pass_(minutes=1)
    bus.is_broken = True
    with pytest.raises(ConnectionError):
        desk.run_scheduled(sweep_journal)
    bus.is_broken = False
    desk.run_scheduled(sweep_journal)
    assert len(bus.events) == 1


def test_yesterdays_answers_are_removed_and_their_rows_stay(desk: Desk, bus: Heard, writer: Actor) -> None:
    desk.call(write_note, NewNote("Rapat"), by=writer)
    desk.clock.pass_(seconds=(ANSWERS_KEPT + timedelta(minutes=1)).total_seconds())
    desk.run_scheduled(sweep_journal)
    assert len(bus.events) == 1
    assert [(row.operation, row.has_answer) for row in desk.journal()] == [("kernel_write_note", False)]


def test_the_sweeper_itself_leaves_no_row(desk: Desk, bus: Heard) -> None:
    desk.run_scheduled(sweep_journal)
    assert bus.events == []
    assert desk.journal() == []
