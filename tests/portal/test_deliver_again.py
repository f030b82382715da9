"""Bringing what was released to its subscriber."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.deliver_again import deliver_again
from functions.portal.replay_dead_letters import LettersToReplay, replay_dead_letters
from shared.deliveries import DELIVERIES
from shared.events.event import EventEnvelope
from shared.events.portal import DeliveriesReleased
from shared.kernel.catalogue import Declaration
from shared.kernel.http import run_inner
from shared.permissions import Permission
from tests.portal.dead_letters import give_up

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

SUBSCRIBER = "eagenda_notify_participants"


class Heard:
    """A bus that remembers whom it was told to reach."""

    def __init__(self) -> None:
        self.again: list[tuple[str, str]] = []

    def deliver_again(self, subscriber: str, event: EventEnvelope) -> None:
        self.again.append((subscriber, event.id))


def event(desk: Desk, number: int) -> EventEnvelope:
    return EventEnvelope(f"e-{number}", "eagenda.other", desk.clock.now(), "p", "o", "c", {})


def run(desk: Desk, *keys: str) -> list[tuple[str, str]]:
    declaration: Declaration = deliver_again.declaration  # type: ignore[attr-defined]  # the decorator gives it
    desk.bus = heard = Heard()  # type: ignore[assignment]  # nothing else is asked of it
    run_inner(declaration, DeliveriesReleased(keys), "event", desk, "request")
    return heard.again


def release(desk: Desk, by: Actor, *keys: str) -> None:
    desk.call(replay_dead_letters, LettersToReplay(keys), by=by)


def test_what_was_released_goes_to_its_own_subscriber(desk: Desk) -> None:
    keys = [give_up(desk, event(desk, number), SUBSCRIBER) for number in (1, 2)]
    release(desk, desk.employee("Wulan", Permission.WATCH_SYSTEM), *keys)
    assert run(desk, *keys) == [(SUBSCRIBER, "e-1"), (SUBSCRIBER, "e-2")]


def test_what_is_dead_again_or_has_arrived_meanwhile_is_left_out(desk: Desk) -> None:
    dead = give_up(desk, event(desk, 1), SUBSCRIBER)
    arrived = give_up(desk, event(desk, 2), SUBSCRIBER)
    desk.records.transact(lambda tx: tx.delete(DELIVERIES.stored, arrived))
    assert run(desk, dead, arrived) == []
