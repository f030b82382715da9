"""Letting deliveries that were given up be tried again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.portal.replay_dead_letters import AT_MOST, LettersToReplay, replay_dead_letters
from shared.deliveries import DELIVERIES
from shared.events.event import EventEnvelope
from shared.events.portal import DeliveriesReleased
from shared.permissions import Permission
from shared.ports.bus import DeliveryState
from shared.refusals import InvalidField
from tests.portal.dead_letters import give_up

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def watcher(desk: Desk) -> Actor:
    """Return who looks after the system."""
    return desk.employee("Wulan", Permission.WATCH_SYSTEM)


def dead(desk: Desk, number: int = 1) -> str:
    """Let an event be dead that its subscriber accepts without doing anything."""
    event = EventEnvelope(f"e-{number}", DeliveriesReleased.event_name(), desk.clock.now(), "p", "o", "c", {"keys": []})
    return give_up(desk, event, "portal_deliver_again")


def replay(desk: Desk, by: Actor, *ids: str) -> int:
    answered: int = desk.call(replay_dead_letters, LettersToReplay(ids), by=by).replayed
    return answered


def test_a_dead_letter_has_all_its_attempts_again_and_still_says_why_it_died(desk: Desk, watcher: Actor) -> None:
    key = dead(desk)
    assert replay(desk, watcher, key) == 1

    row = desk.found(DELIVERIES, key)
    assert row is not None
    assert (row.state, row.attempts, row.due_at) == (DeliveryState.WAITING, 0, desk.clock.now())
    assert row.last_error == "ConnectionError"


def test_those_chosen_go_out_again_and_no_others(desk: Desk, watcher: Actor) -> None:
    first, second, third = (dead(desk, number) for number in (1, 2, 3))
    assert replay(desk, watcher, first, third) == 2
    desk.deliver()

    left = desk.found(DELIVERIES, second)
    assert left is not None
    assert left.state is DeliveryState.DEAD
    assert desk.found(DELIVERIES, first) is desk.found(DELIVERIES, third) is None


def test_replaying_again_or_what_is_gone_changes_nothing(desk: Desk, watcher: Actor) -> None:
    key = dead(desk)
    replay(desk, watcher, key)
    assert replay(desk, watcher, key, "nobody-knows-this") == 0
    assert len(desk.announced(DeliveriesReleased)) == 1


def test_two_who_replay_the_same_letter_at_once_release_it_once(desk: Desk, watcher: Actor) -> None:
    key = dead(desk)
    with ThreadPoolExecutor(2) as pool:
        answered = list(pool.map(lambda _: replay(desk, watcher, key), range(2)))
    assert sorted(answered) == [0, 1]
    assert len(desk.announced(DeliveriesReleased)) == 1


@pytest.mark.parametrize("ids", [(), tuple(f"id-{number}" for number in range(AT_MOST + 1)), ("a/b",), ("",)])
def test_none_too_many_or_no_id_at_all_is_refused_by_its_field(
    desk: Desk, watcher: Actor, ids: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidField):
        replay(desk, watcher, *ids)


def test_who_does_not_watch_the_system_releases_nothing(desk: Desk) -> None:
    key = dead(desk)
    token = desk.token(desk.employee("Rina", Permission.MANAGE_DIRECTORY))
    known, unknown = (
        desk.request(replay_dead_letters, json_body={"ids": [it]}, token=token) for it in (key, "nobody-knows-this")
    )

    assert known.status_code == unknown.status_code == 403
    row = desk.found(DELIVERIES, key)
    assert row is not None
    assert row.state is DeliveryState.DEAD
