"""Events through Pub/Sub: a topic for each lane, a push subscription for each subscriber.

Publishing is one call of the REST interface; the client library would cost each cold start a quarter of a second. The
lane of an event is the first part of its name: the system that tells it, or a lane of its own, such as ``approvals``
and ``alerts-112``, that nothing else can block.

The service tries again by itself. That a delivery has failed too often is for us to see: see `PushAttempts`.
"""

from __future__ import annotations

import base64
import json
import logging
import threading
from typing import TYPE_CHECKING, Any

from shared import codec
from shared.adapters.queue_bus import DELIVERIES, Delivery, put_off
from shared.events.event import EventEnvelope
from shared.ports.bus import DeliveryState
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from google.auth.transport.urllib3 import AuthorizedHttp

    from shared.ports.clock import Clock
    from shared.ports.records import Records, Transaction

JAKARTA = (
    "https://asia-southeast2-pubsub.googleapis.com"  # a regional endpoint: events stay in the country on their way
)
_SCOPE = "https://www.googleapis.com/auth/pubsub"
EVENT = "event"  # the attribute that holds an event's name
_MESSAGES_AT_ONCE = 500  # Pub/Sub takes 1,000
_SECONDS_PER_CALL = 5.0
_OK = 200

_log = logging.getLogger("trowulan")


class PubsubFailed(Exception):
    """Pub/Sub did not take what it was sent."""


def lane(event_name: str) -> str:
    """Return the topic in which an event travels."""
    return event_name.partition(".")[0]


class PubsubBus:
    """The bus of one project."""

    def __init__(self, project: str, *, emulator: str = "") -> None:
        """Name the project; nothing is opened before the first use. ``emulator`` is an address like 127.0.0.1:8085."""
        self._project = project
        self._wire = PubsubWire(emulator)

    def publish(self, events: Sequence[EventEnvelope]) -> None:
        """Take the events; durable when the service has answered."""
        for topic in sorted({lane(event.name) for event in events}):
            messages = [_message(event) for event in events if lane(event.name) == topic]
            for start in range(0, len(messages), _MESSAGES_AT_ONCE):
                path = f"projects/{self._project}/topics/{topic}:publish"
                self._wire.call("POST", path, {"messages": messages[start : start + _MESSAGES_AT_ONCE]})


def _message(event: EventEnvelope) -> dict[str, Any]:
    body = codec.encode_answer_json(EventEnvelope, event)  # an event holds no secret: one would end here
    return {"data": base64.b64encode(body).decode(), "attributes": {EVENT: event.name, "id": event.id}}


class PubsubWire:
    """Calls of Pub/Sub's REST interface."""

    def __init__(self, emulator: str) -> None:
        """Speak to Google, or to the emulator at an address."""
        self._base = f"http://{emulator}/v1/" if emulator else f"{JAKARTA}/v1/"
        self._emulated = bool(emulator)
        self._opening = threading.Lock()
        self._opened: AuthorizedHttp | None = None

    def call(self, method: str, path: str, body: Mapping[str, Any], *, accepted: tuple[int, ...] = (_OK,)) -> None:
        """Send a call. Raises PubsubFailed when it was not accepted, and urllib3's errors when nobody answered."""
        headers = {"Content-Type": "application/json"}
        response = self._http().urlopen(method, self._base + path, body=json.dumps(body), headers=headers)
        if response.status not in accepted:
            raise PubsubFailed(f"{method} {path}: {response.status}")

    def _http(self) -> AuthorizedHttp:
        with self._opening:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def _open(self) -> AuthorizedHttp:
        import google.auth
        import urllib3
        from google.auth.credentials import AnonymousCredentials
        from google.auth.transport.urllib3 import AuthorizedHttp

        credentials = AnonymousCredentials() if self._emulated else google.auth.default(scopes=[_SCOPE])[0]
        # Sending an event twice does no harm, so a call may be repeated whatever broke it.
        retries = urllib3.Retry(2, redirect=0, allowed_methods=None, backoff_factor=0.05)
        pool = urllib3.PoolManager(maxsize=16, retries=retries, timeout=_SECONDS_PER_CALL)
        return AuthorizedHttp(credentials, pool)


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
