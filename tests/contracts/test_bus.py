"""What the bus promises, sentence by sentence, on every store that keeps its queues."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from shared.adapters.queue_bus import QueueBus
from shared.deliveries import DELIVERIES, DUE, MAX_ATTEMPTS, pause
from shared.events.event import EventEnvelope
from tests.desk import MORNING, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.ports.records import Records

LISTENING = {"rapat.dibuat": ("archive", "notify"), "rapat.batal": ("notify",)}


def event(number: int = 1, name: str = "rapat.dibuat") -> EventEnvelope:
    return EventEnvelope(f"event-{number}", name, MORNING, "p-1", "diskominfo", "cause", {"nomor": number})


class Post:
    """A bus and those who listen to it."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.clock = Clock(MORNING)
        self.failing: set[str] = set()
        self.delivered: list[tuple[str, str]] = []
        self.bus = self.another_process()

    def another_process(self) -> QueueBus:
        return QueueBus(self.records, self.clock, lambda name: LISTENING.get(name, ()), self.deliver)

    def deliver(self, subscriber: str, envelope: EventEnvelope) -> None:
        if subscriber in self.failing:
            raise ConnectionError(subscriber)
        self.delivered.append((subscriber, envelope.id))

    def publish(self, *events: EventEnvelope) -> None:
        self.bus.publish(events)
        self.clock.pass_(seconds=1)

    def work_off(self) -> None:
        for subscriber in ("archive", "notify"):
            self.bus.work_off(subscriber)


@pytest.fixture
def post(records: Records) -> Iterator[Post]:
    post = Post(records)
    yield post
    post.bus.close()


def test_an_event_reaches_every_subscriber_of_its_name_and_no_other(post: Post) -> None:
    post.publish(event(1), event(2, "rapat.batal"), event(3, "rapat.lain"))
    post.work_off()
    assert sorted(post.delivered) == [("archive", "event-1"), ("notify", "event-1"), ("notify", "event-2")]


def test_an_event_arrives_as_it_was_published(post: Post) -> None:
    arrived: list[EventEnvelope] = []
    bus = QueueBus(post.records, post.clock, lambda _: ("archive",), lambda _, envelope: arrived.append(envelope))
    bus.publish([event()])
    post.clock.pass_(seconds=1)
    bus.work_off("archive")
    bus.close()
    assert arrived == [event()]


def test_what_was_published_is_delivered_by_another_process_after_a_crash(post: Post) -> None:
    post.publish(event())
    assert post.another_process().work_off("archive") == 1
    assert post.delivered == [("archive", "event-1")]


def test_what_was_delivered_leaves_the_queue(post: Post) -> None:
    post.publish(event())
    post.work_off()
    post.work_off()
    assert len(post.delivered) == 2


def test_publishing_again_delivers_to_nobody_who_has_the_event_in_the_queue(post: Post) -> None:
    post.publish(event())
    post.publish(event())
    post.work_off()
    assert sorted(post.delivered) == [("archive", "event-1"), ("notify", "event-1")]


def test_many_who_publish_the_same_event_at_once_queue_it_once(post: Post) -> None:
    ready = threading.Barrier(4)

    def publish(_: int) -> None:
        ready.wait(10)
        post.bus.publish([event()])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(publish, range(4)))
    post.clock.pass_(seconds=1)
    post.work_off()
    assert sorted(post.delivered) == [("archive", "event-1"), ("notify", "event-1")]


def test_a_subscriber_that_fails_holds_up_no_other(post: Post) -> None:
    post.failing = {"archive"}
    post.publish(event())
    post.work_off()
    assert post.delivered == [("notify", "event-1")]


def test_one_event_that_fails_holds_up_no_other_of_its_queue(post: Post) -> None:
    refused = {"event-1"}

    def deliver(subscriber: str, envelope: EventEnvelope) -> None:
        if envelope.id in refused:
            raise ConnectionError
        post.delivered.append((subscriber, envelope.id))

    bus = QueueBus(post.records, post.clock, lambda _: ("archive",), deliver)
    bus.publish([event(1), event(2)])
    post.clock.pass_(seconds=1)
    assert bus.work_off("archive") == 1
    bus.close()
    assert post.delivered == [("archive", "event-2")]


def test_a_delivery_that_failed_is_tried_again_after_its_pause_and_not_before(post: Post) -> None:
    post.failing = {"archive"}
    post.publish(event())
    post.bus.work_off("archive")
    post.failing = set()

    assert post.bus.work_off("archive") == 0
    post.clock.pass_(seconds=pause(1).total_seconds() + 0.001)
    assert post.bus.work_off("archive") == 1


def test_the_pauses_grow_up_to_ten_minutes() -> None:
    pauses = [pause(attempts) for attempts in range(1, 20)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(seconds=1), timedelta(minutes=10))


def test_after_the_last_try_a_delivery_is_dead_kept_listed_and_rung_out(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    post.failing = {"archive"}
    post.publish(event())
    for _ in range(MAX_ATTEMPTS + 3):
        post.work_off()
        post.clock.pass_(minutes=11)
    post.failing = set()
    post.work_off()

    asked = DELIVERIES.question(DUE, equal=("archive", "dead"))
    [dead] = [DELIVERIES.read(document.body) for document in post.records.query(asked)]
    assert (dead.event, dead.attempts, dead.last_error) == (event(), MAX_ATTEMPTS, "ConnectionError")
    assert [record.message for record in caplog.records].count("dead letter") == 1
    assert post.delivered == [("notify", "event-1")]


def test_the_pump_works_off_every_queue_and_says_when_one_is_done(post: Post) -> None:
    done = threading.Semaphore(0)
    post.publish(event())
    post.bus.pump(["archive", "notify"], done.release)
    assert [done.acquire(timeout=20) for _ in range(2)] == [True, True]
    assert sorted(post.delivered) == [("archive", "event-1"), ("notify", "event-1")]


def test_closing_lets_a_delivery_at_work_end(post: Post) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def deliver(subscriber: str, envelope: EventEnvelope) -> None:
        begun.set()
        go_on.wait(20)
        post.delivered.append((subscriber, envelope.id))

    bus = QueueBus(post.records, post.clock, lambda _: ("archive",), deliver)
    bus.publish([event()])
    post.clock.pass_(seconds=1)
    bus.pump(["archive"], lambda: None)
    assert begun.wait(20)
    threading.Timer(0.1, go_on.set).start()
    bus.close()
    assert post.delivered == [("archive", "event-1")]
