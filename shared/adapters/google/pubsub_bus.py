"""Events through Pub/Sub: a topic for each lane, a push subscription for each subscriber.

Publishing is one call of the REST interface; the client library would cost each cold start a quarter of a second. The
lane of an event is the first part of its name: the system that tells it, or a lane of its own, such as ``approvals``
and ``alerts-112``, that nothing else can block.

The service tries again by itself. That a delivery has failed too often is for us to see: see `PushAttempts`.
"""

from __future__ import annotations

import base64
import logging
from typing import TYPE_CHECKING, Any

from shared import codec
from shared.adapters.google.rest_wire import RestWire
from shared.deliveries import DELIVERIES, Delivery, put_off
from shared.events.event import EventEnvelope
from shared.ports.bus import ONLY_FOR, DeliveryState
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.ports.clock import Clock
    from shared.ports.records import Records, Transaction

JAKARTA = (
    "https://asia-southeast2-pubsub.googleapis.com"  # a regional endpoint: events stay in the country on their way
)
_SCOPE = "https://www.googleapis.com/auth/pubsub"
EVENT = "event"  # the attribute that holds an event's name
_MESSAGES_AT_ONCE = 500  # Pub/Sub takes 1,000

_log = logging.getLogger("trowulan")


def pubsub_wire(emulator: str) -> RestWire:
    """Return the way to Pub/Sub, or to its emulator at an address."""
    return RestWire(JAKARTA, _SCOPE, emulator)


def lane(event_name: str) -> str:
    """Return the topic in which an event travels."""
    return event_name.partition(".")[0]


class PubsubBus:
    """The bus of one project."""

    def __init__(self, project: str, *, emulator: str = "") -> None:
        """Name the project; nothing is opened before the first use. ``emulator`` is an address like 127.0.0.1:8085."""
        self._project = project
        self._wire = pubsub_wire(emulator)

    def publish(self, events: Sequence[EventEnvelope]) -> None:
        """Take the events; durable when the service has answered."""
        for topic in sorted({lane(event.name) for event in events}):
            messages = [_message(event) for event in events if lane(event.name) == topic]
            for start in range(0, len(messages), _MESSAGES_AT_ONCE):
                path = f"v1/projects/{self._project}/topics/{topic}:publish"
                self._wire.call("POST", path, {"messages": messages[start : start + _MESSAGES_AT_ONCE]})

    def deliver_again(self, subscriber: str, event: EventEnvelope) -> None:
        """Publish the event once more; whoever else listens to its name sees that it isn't for them."""
        path = f"v1/projects/{self._project}/topics/{lane(event.name)}:publish"
        self._wire.call("POST", path, {"messages": [_message(event, **{ONLY_FOR: subscriber})]})


def _message(event: EventEnvelope, **attributes: str) -> dict[str, Any]:
    body = codec.encode_answer_json(EventEnvelope, event)  # an event holds no secret: one would end here
    return {"data": base64.b64encode(body).decode(), "attributes": {EVENT: event.name, "id": event.id, **attributes}}


class PushAttempts:
    """Counts the failed deliveries of pushed events, and keeps the dead ones, in rows like those of the queue bus."""

    def __init__(self, records: Records, clock: Clock) -> None:
        """Keep the rows in ``records``."""
        self._records = records
        self._clock = clock

    def state(self, subscriber: str, event: EventEnvelope) -> DeliveryState | None:
        """Return what earlier tries have come to: waiting for another, dead, or None where none has failed."""
        body = self._records.get(DELIVERIES.stored, fingerprint(subscriber, event.id))
        return None if body is None else DELIVERIES.read(body).state

    def failed(self, subscriber: str, event: EventEnvelope, error: str) -> bool:
        """Count a failure; return whether it was the last one."""
        key, now = fingerprint(subscriber, event.id), self._clock.now()

        def work(transaction: Transaction) -> bool:
            before = transaction.get(DELIVERIES.stored, key)
            delivery = DELIVERIES.read(before) if before else Delivery(subscriber, event, now)
            later = put_off(delivery, error, now)
            transaction.put(DELIVERIES.stored, key, DELIVERIES.write(later, by="bus", at=now, before=before))
            return later.state is DeliveryState.DEAD

        is_dead = self._records.transact(work)
        if is_dead:
            _log.error("dead letter", extra={"subscriber": subscriber, "event": event.id})
        return is_dead

    def succeeded(self, subscriber: str, event: EventEnvelope) -> None:
        """Forget earlier failures."""
        key = fingerprint(subscriber, event.id)
        self._records.transact(lambda transaction: transaction.delete(DELIVERIES.stored, key))
