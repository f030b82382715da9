"""What follows a commit: events handed to the bus, reactions once, effects as often as they declare."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.queue_bus import QueueBus
from shared.deliveries import DELIVERIES, DUE, MAX_ATTEMPTS
from shared.events.event import EventEnvelope
from shared.kernel.catalogue import Delivery, effect, reaction
from shared.kernel.context import Context, ReadContext
from shared.kernel.http import event_payload, run_inner
from shared.kernel.journal import Relay, State, relay_events, sweep
from tests.kernel.notes import NOTES, TRIES, NewNote, NoteWritten, Try, write_note

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.actor import Actor
    from shared.kernel.catalogue import Declaration
    from tests.desk import Desk


class PowerCut(BaseException):
    """What ends a process in the middle; nothing catches it."""


@reaction(to=NoteWritten)
def count_note(event: NoteWritten, ctx: Context) -> None:
    """Count the notes written."""
    note = ctx.get(NOTES, event.note_id, right_from="the event of this note")
    key = TRIES.key(Try(note.text, 0)) if TRIES.key else ""
    before = ctx.find(TRIES, key, right_from="the count itself")
    ctx.put(TRIES, Try(note.text, before.count + 1 if before else 1))


@dataclass
class Office:
    """A desk whose bus has the subscribers of a test."""

    desk: Desk
    subscribers: dict[str, Declaration] = field(default_factory=dict)
    failing: set[str] = field(default_factory=set)
    delivered: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bus = QueueBus(self.desk.records, self.desk.clock, lambda _: tuple(self.subscribers), self.deliver)

    def deliver(self, subscriber: str, event: EventEnvelope) -> None:
        if subscriber in self.failing:
            raise ConnectionError(subscriber)
        declaration = self.subscribers[subscriber]
        run_inner(declaration, event_payload(declaration, event), event.id, self.desk, event.id)
        self.delivered.append((subscriber, event.id))

    def listen(self, function: Callable[..., Any]) -> str:
        declaration: Declaration = function.declaration  # type: ignore[attr-defined]  # the decorator gives it
        self.subscribers[declaration.target] = declaration
        return declaration.target

    def relay(self) -> int:
        relayed = relay_events(self.desk.records, self.bus, self.desk.clock.now())
        self.desk.clock.pass_(seconds=1)
        return relayed

    def write(self, by: Actor, text: str = "Rapat") -> EventEnvelope:
        self.desk.call(write_note, NewNote(text), by=by)
        return self.desk.journal()[-1].events[0]

    def count(self, text: str = "Rapat") -> int:
        counted = self.desk.found(TRIES, TRIES.key(Try(text, 0)) if TRIES.key else "")
        return counted.count if counted else 0

    def states(self, operation: str) -> list[State]:
        return [row.state for row in self.desk.journal() if row.operation == operation]


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk)


@pytest.fixture
def writer(desk: Desk) -> Actor:
    return desk.employee("Aditya")


def sending(deeds: list[str], delivery: Delivery, crash: Callable[[], object] = lambda: None) -> Callable[..., Any]:
    def send_note(event: NoteWritten, ctx: ReadContext) -> None:
        deeds.append(ctx.get(NOTES, event.note_id, right_from="the event of this note").text)
        crash()

    return effect(on=NoteWritten, delivery=delivery)(send_note)


def cut_power() -> None:
    raise PowerCut


def test_a_reaction_follows_an_event_once_however_often_it_is_delivered(office: Office, writer: Actor) -> None:
    target = office.listen(count_note)
    event = office.write(writer)
    for _ in range(3):
        office.deliver(target, event)

    assert office.count() == 1
    assert office.states(target) == [State.COMPLETED]


def test_events_are_handed_over_once_and_their_rows_marked(office: Office, writer: Actor) -> None:
    target = office.listen(count_note)
    office.write(writer)

    assert [office.relay(), office.relay()] == [1, 0]
    assert {row.relay for row in office.desk.journal()} == {Relay.DONE}
    assert office.bus.work_off(target) == 1
    assert office.count() == 1


def test_a_crash_between_publishing_and_marking_loses_and_doubles_nothing(office: Office, writer: Actor) -> None:
    target = office.listen(count_note)
    office.write(writer)

    @dataclass
    class Crashing:
        bus: QueueBus

        def publish(self, events: Sequence[EventEnvelope]) -> None:
            self.bus.publish(events)
            raise PowerCut

    with pytest.raises(PowerCut):
        relay_events(office.desk.records, Crashing(office.bus), office.desk.clock.now())
    office.desk.clock.pass_(seconds=1)
    office.bus.work_off(target)
    assert office.relay() == 1  # not marked, so it is handed over again

    assert office.bus.work_off(target) == 1
    assert office.count() == 1


def test_a_crash_before_publishing_loses_nothing(office: Office, writer: Actor) -> None:
    target = office.listen(count_note)
    office.write(writer)

    class Dead:
        def publish(self, events: Sequence[EventEnvelope]) -> None:
            raise PowerCut(len(events))

    with pytest.raises(PowerCut):
        relay_events(office.desk.records, Dead(), office.desk.clock.now())

    assert office.relay() == 1
    assert office.bus.work_off(target) == 1


def test_many_rows_are_relayed_in_batches(office: Office, writer: Actor) -> None:
    office.listen(count_note)
    for number in range(101):
        office.write(writer, f"Rapat {number}")
    assert [office.relay() for _ in range(3)] == [100, 1, 0]


@pytest.mark.parametrize("delivery", Delivery)
def test_an_effect_that_succeeded_is_not_done_again(office: Office, writer: Actor, delivery: Delivery) -> None:
    deeds: list[str] = []
    target = office.listen(sending(deeds, delivery))
    event = office.write(writer)
    for _ in range(3):
        office.deliver(target, event)

    assert deeds == ["Rapat"]
    assert office.states(target) == [State.COMPLETED]


@pytest.mark.parametrize(
    ("delivery", "done"), [(Delivery.AT_LEAST_ONCE, ["Rapat", "Rapat"]), (Delivery.AT_MOST_ONCE, ["Rapat"])]
)
@pytest.mark.parametrize("swept", [False, True], ids=["at once", "after the sweep"])
def test_after_a_crash_in_the_deed_an_effect_is_done_as_often_as_it_declares(
    office: Office, writer: Actor, delivery: Delivery, done: list[str], *, swept: bool
) -> None:
    deeds: list[str] = []
    crashing = office.listen(sending(deeds, delivery, cut_power))
    event = office.write(writer)
    with pytest.raises(PowerCut):
        office.deliver(crashing, event)
    if swept:
        office.desk.clock.pass_(minutes=11)
        sweep(office.desk.records, office.desk.clock.now())

    target = office.listen(sending(deeds, delivery))
    for _ in range(2):
        office.deliver(target, event)

    assert deeds == done


@pytest.mark.parametrize(("delivery", "times"), [(Delivery.AT_LEAST_ONCE, 2), (Delivery.AT_MOST_ONCE, 1)])
def test_an_effect_that_failed_is_tried_again_only_when_it_may_be(
    office: Office, writer: Actor, delivery: Delivery, times: int
) -> None:
    def refuse() -> None:
        raise ConnectionError

    deeds: list[str] = []
    event = office.write(writer)
    with pytest.raises(ConnectionError):
        office.deliver(office.listen(sending(deeds, delivery, refuse)), event)
    office.deliver(office.listen(sending(deeds, delivery)), event)
    assert len(deeds) == times


def test_after_the_last_attempt_a_delivery_is_dead_kept_and_rung_out(
    office: Office, writer: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    target = office.listen(count_note)
    office.failing.add(target)
    event = office.write(writer)
    office.relay()
    for _ in range(MAX_ATTEMPTS + 2):
        office.bus.work_off(target)
        office.desk.clock.pass_(minutes=11)

    [dead] = office.desk.all(DELIVERIES, DUE, target, "dead")
    assert (dead.event, dead.attempts, dead.last_error) == (event, MAX_ATTEMPTS, "ConnectionError")
    assert office.desk.all(DELIVERIES, DUE, target, "waiting") == []
    assert [record.message for record in caplog.records].count("dead letter") == 1


def test_a_failing_subscriber_holds_up_no_other(office: Office, writer: Actor) -> None:
    failing = office.listen(sending([], Delivery.AT_LEAST_ONCE))
    well = office.listen(count_note)
    office.failing.add(failing)
    office.write(writer)
    office.relay()

    assert [office.bus.work_off(failing), office.bus.work_off(well)] == [0, 1]
    assert office.count() == 1


def test_a_slow_effect_holds_up_no_reaction(office: Office, writer: Actor) -> None:
    going_on, counted = threading.Event(), threading.Event()
    slow = office.listen(sending([], Delivery.AT_LEAST_ONCE, lambda: going_on.wait(30)))
    quick = office.listen(count_note)
    office.write(writer)
    office.relay()

    office.bus.pump([slow], lambda: None)
    office.bus.pump([slow, quick], counted.set)  # the slow one is at work and is not started twice

    try:
        assert counted.wait(20)
        assert office.count() == 1
    finally:
        going_on.set()
        office.bus.close()
    assert [target for target, _ in office.delivered] == [quick, slow]
