"""Deliveries: events on their way to one subscriber each; what waits for another try, and what is dead.

The queue bus keeps every delivery here until it is done. Pub/Sub keeps them itself; of its deliveries only those that
have failed stand here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from shared.events.event import EventEnvelope
from shared.kernel.collections import ListQuery, TypedCollection
from shared.ports.bus import DeliveryState
from shared.values import Instant, fingerprint

if TYPE_CHECKING:
    from datetime import datetime

MAX_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one subscriber."""

    subscriber: str
    event: EventEnvelope
    due_at: Instant
    state: DeliveryState = DeliveryState.WAITING
    attempts: int = 0
    last_error: str = ""


DUE = ListQuery(equal=("subscriber", "state"), order="due_at")
BY_STATE = ListQuery(equal=("state",), order="due_at")
DELIVERIES = TypedCollection(
    "deliveries", Delivery, key=lambda it: fingerprint(it.subscriber, it.event.id), queries=(DUE, BY_STATE)
)


def put_off(delivery: Delivery, error: str, now: datetime) -> Delivery:
    """Return the delivery after one more failed attempt: due again later, or dead."""
    attempts = delivery.attempts + 1
    return replace(
        delivery,
        attempts=attempts,
        due_at=now + pause(attempts),
        state=DeliveryState.DEAD if attempts >= MAX_ATTEMPTS else DeliveryState.WAITING,
        last_error=error,
    )


def release(delivery: Delivery, now: datetime) -> Delivery:
    """Return a dead delivery as one that is due now and has all its attempts again; why it died stays readable."""
    return replace(delivery, attempts=0, due_at=now, state=DeliveryState.WAITING)


def pause(attempts: int) -> timedelta:
    """Return how long to wait after so many failed attempts: 1 s, 2 s, 4 s … at most ten minutes."""
    return timedelta(seconds=min(2 ** (attempts - 1), 600))
