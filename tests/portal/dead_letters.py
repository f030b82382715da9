"""Deliveries that were given up, for the tests of whoever finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.deliveries import DELIVERIES, MAX_ATTEMPTS, Delivery
from shared.ports.bus import DeliveryState
from shared.values import fingerprint

if TYPE_CHECKING:
    from shared.events.event import EventEnvelope
    from tests.desk import Desk


def give_up(desk: Desk, event: EventEnvelope, subscriber: str) -> str:
    """Let the event be dead for one subscriber; return its key."""
    now = desk.clock.now()
    desk.given(DELIVERIES, Delivery(subscriber, event, now, DeliveryState.DEAD, MAX_ATTEMPTS, "ConnectionError"))
    return fingerprint(subscriber, event.id)
