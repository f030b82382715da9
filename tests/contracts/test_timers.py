"""What timers promise, sentence by sentence, on every store that keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from infra.emulators.deployment import TIMER_QUEUE
from infra.emulators.task_queue import task_queue
from shared.adapters.clock import SystemClock
from shared.adapters.due_timers import WAKE_UPS, DueTimers
from shared.adapters.google.cloud_timers import CloudTimers
from shared.settings import TaskSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.ports.records import Records
    from shared.ports.timers import Timers

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
SOON_AFTER = timedelta(seconds=1)


class Bell:
    """Notes what fires."""

    def __init__(self) -> None:
        self.rung: list[tuple[str, datetime]] = []

    def __call__(self, name: str, due: datetime) -> None:
        self.rung.append((name, due))


@pytest.fixture(scope="module")
def tasks() -> Iterator[TaskSettings]:
    with task_queue(TIMER_QUEUE, lambda account, audience: f"{account} for {audience}") as address:
        yield TaskSettings(TIMER_QUEUE, "http://127.0.0.1:9/nobody", "timers@demo", address)


@pytest.fixture(params=["due rows", "with tasks"])
def timers(request: pytest.FixtureRequest, records: Records, tasks: TaskSettings) -> Timers:
    if request.param == "due rows":
        return DueTimers(records, WAKE_UPS)
    return CloudTimers(records, SystemClock(), tasks, "an audience")


@pytest.fixture
def bell() -> Bell:
    return Bell()


def test_a_timer_that_was_never_set_is_not_due(timers: Timers, bell: Bell) -> None:
    assert timers.due("rapat") is None
    assert timers.fire_due(NOON, bell) == 0


def test_a_timer_is_due_when_it_was_set_for(timers: Timers) -> None:
    timers.set("rapat", NOON)
    assert timers.due("rapat") == NOON


def test_setting_a_timer_again_moves_it(timers: Timers, bell: Bell) -> None:
    timers.set("rapat", NOON)
    timers.set("rapat", LATER)

    assert timers.due("rapat") == LATER
    assert timers.fire_due(NOON + SOON_AFTER, bell) == 0
    assert timers.fire_due(LATER + SOON_AFTER, bell) == 1
    assert bell.rung == [("rapat", LATER)]


def test_a_timer_may_be_moved_to_an_earlier_time(timers: Timers, bell: Bell) -> None:
    timers.set("rapat", LATER)
    timers.set("rapat", NOON)
    timers.fire_due(NOON + SOON_AFTER, bell)
    assert bell.rung == [("rapat", NOON)]


def test_a_cancelled_timer_does_not_fire(timers: Timers, bell: Bell) -> None:
    timers.set("rapat", NOON)
    timers.cancel("rapat")
    assert timers.due("rapat") is None
    assert timers.fire_due(LATER, bell) == 0


def test_cancelling_what_is_not_there_is_no_error(timers: Timers) -> None:
    timers.cancel("rapat")
    assert timers.due("rapat") is None


def test_a_timer_does_not_fire_before_its_time(timers: Timers, bell: Bell) -> None:
    timers.set("rapat", NOON)
    assert timers.fire_due(NOON - timedelta(microseconds=1), bell) == 0
    assert timers.due("rapat") == NOON


def test_a_timer_fires_also_when_its_time_passed_while_nothing_ran(timers: Timers, bell: Bell) -> None:
    timers.set("rapat", NOON)
    assert timers.fire_due(NOON + timedelta(days=30), bell) == 1
    assert bell.rung == [("rapat", NOON)]


def test_a_timer_fires_no_more_once_its_firing_has_returned(timers: Timers, bell: Bell) -> None:
    timers.set("rapat", NOON)
    assert [timers.fire_due(LATER, bell) for _ in range(3)] == [1, 0, 0]
    assert timers.due("rapat") is None


def test_a_firing_that_fails_is_made_again(timers: Timers, bell: Bell) -> None:
    def fail(name: str, due: datetime) -> None:
        bell(name, due)
        raise ConnectionError

    timers.set("rapat", NOON)
    with pytest.raises(ConnectionError):
        timers.fire_due(LATER, fail)
    assert timers.fire_due(LATER, bell) == 1
    assert bell.rung == [("rapat", NOON)] * 2


def test_timers_fire_in_order_of_their_times(timers: Timers, bell: Bell) -> None:
    for minutes in (3, 1, 2):
        timers.set(f"rapat-{minutes}", NOON + timedelta(minutes=minutes))
    assert timers.fire_due(LATER, bell) == 3
    assert [name for name, _ in bell.rung] == ["rapat-1", "rapat-2", "rapat-3"]


@pytest.mark.parametrize("due", [LATER, NOON - timedelta(minutes=5), NOON], ids=["later", "earlier", "the same"])
def test_a_timer_set_anew_while_it_fires_keeps_its_new_time(timers: Timers, bell: Bell, due: datetime) -> None:
    timers.set("rapat", NOON)
    timers.fire_due(NOON + SOON_AFTER, lambda name, _: timers.set(name, due))

    assert timers.due("rapat") == due
    assert timers.fire_due(LATER + SOON_AFTER, bell) == 1
    assert bell.rung == [("rapat", due)]


def test_a_timer_cancelled_while_it_fires_is_gone(timers: Timers) -> None:
    timers.set("rapat", NOON)
    assert timers.fire_due(LATER, lambda name, _: timers.cancel(name)) == 1
    assert timers.due("rapat") is None


def test_a_timer_that_an_earlier_firing_moved_or_cancelled_does_not_fire(timers: Timers, bell: Bell) -> None:
    for minutes, name in enumerate(("first", "moved", "cancelled", "last")):
        timers.set(name, NOON + timedelta(minutes=minutes))

    def fire(name: str, due: datetime) -> None:
        bell(name, due)
        if name == "first":
            timers.set("moved", LATER)
            timers.cancel("cancelled")

    assert timers.fire_due(LATER, fire) == 2
    assert [name for name, _ in bell.rung] == ["first", "last"]
    assert [timers.due(name) for name in ("moved", "cancelled")] == [LATER, None]


def test_more_timers_than_one_sweep_takes_fire_in_the_next(timers: Timers, records: Records, bell: Bell) -> None:
    for number in range(101):
        timers.set(f"rapat-{number:03}", NOON + timedelta(seconds=number))
    fired = [timers.fire_due(LATER, bell) for _ in range(3)]
    assert sum(fired) == len({name for name, _ in bell.rung}) == 101
    assert fired[-1] == 0
    assert DueTimers(records, WAKE_UPS).due("rapat-000") is None
