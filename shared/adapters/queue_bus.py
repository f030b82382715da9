"""The in-process bus: a queue of records for each subscriber, so that nothing is lost by a crash.

It needs nothing but a record store. `publish` writes one delivery for each subscriber under a key made of the
subscriber and the event; `pump` hands out what is due, and a delivery leaves the queue when its subscriber is done.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from shared.deliveries import DELIVERIES, DUE, Delivery, put_off
from shared.ports.bus import DeliveryState
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.events.event import EventEnvelope
    from shared.ports.clock import Clock
    from shared.ports.records import Records, Transaction

_BATCH = 50

_log = logging.getLogger("trowulan")


class QueueBus:
    """Queues in the record store, worked off by threads of this process."""

    def __init__(
        self,
        records: Records,
        clock: Clock,
        subscribers: Callable[[str], Sequence[str]],
        deliver: Callable[[str, EventEnvelope], None],
    ) -> None:
        """Deliver the events of a name to its ``subscribers`` by calling ``deliver(subscriber, event)``."""
        self._records = records
        self._clock = clock
        self._subscribers = subscribers
        self._deliver = deliver
        self._running: dict[str, Future[int]] = {}
        self._pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="bus")

    def publish(self, events: Sequence[EventEnvelope]) -> None:
        """Queue the events for all their subscribers."""
        deliveries = [
            Delivery(subscriber, event, event.at) for event in events for subscriber in self._subscribers(event.name)
        ]
        if deliveries:
            self._records.transact(lambda tx: self._queue(tx, deliveries))

    def deliver_again(self, subscriber: str, event: EventEnvelope) -> None:
        """Do nothing: the row that was released is itself the queue."""

    def pump(self, subscribers: Sequence[str], done: Callable[[], None]) -> None:
        """Start working off each queue that has something due and is not at work; ``done`` is called after each."""
        for subscriber in subscribers:
            running = self._running.get(subscriber)
            if running is None or running.done():
                self._running[subscriber] = self._pool.submit(self._run, subscriber, done)

    def work_off(self, subscriber: str) -> int:
        """Deliver what is due to one subscriber, in order of its due time; return how many succeeded."""
        now, succeeded = self._clock.now(), 0
        asked = DELIVERIES.question(DUE, equal=(subscriber, DeliveryState.WAITING.value), high=now, limit=_BATCH)
        for document in self._records.query(asked):
            succeeded += self._attempt(document.key, DELIVERIES.read(document.body))
        return succeeded

    def close(self) -> None:
        """Let the deliveries at work end and start no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, subscriber: str, done: Callable[[], None]) -> int:
        succeeded = self.work_off(subscriber)
        if succeeded:
            done()
        return succeeded

    def _queue(self, transaction: Transaction, deliveries: list[Delivery]) -> None:
        stored = DELIVERIES.stored
        keys = [fingerprint(it.subscriber, it.event.id) for it in deliveries]
        known = [transaction.get(stored, key) for key in keys]
        for key, delivery, body in zip(keys, deliveries, known, strict=True):
            if body is None:
                transaction.create(stored, key, DELIVERIES.write(delivery, by="bus", at=delivery.due_at, before=None))

    def _attempt(self, key: str, delivery: Delivery) -> int:
        try:
            self._deliver(delivery.subscriber, delivery.event)
        except Exception as error:  # noqa: BLE001 -- whatever a subscriber raises is tried again
            named = {"subscriber": delivery.subscriber, "event": delivery.event.id}
            _log.exception("delivery failed", extra=named)
            if self._records.transact(partial(self._put_off, key=key, error=type(error).__name__)):
                _log.error("dead letter", extra=named)
            return 0
        self._records.transact(lambda tx: tx.delete(DELIVERIES.stored, key))
        return 1

    def _put_off(self, transaction: Transaction, key: str, error: str) -> bool:
        """Set the next attempt; say whether there is none."""
        body = transaction.get(DELIVERIES.stored, key)
        if body is None:
            return False
        now, delivery = self._clock.now(), DELIVERIES.read(body)
        later = put_off(delivery, error, now)
        transaction.put(DELIVERIES.stored, key, DELIVERIES.write(later, by="bus", at=now, before=body))
        return later.state is DeliveryState.DEAD
