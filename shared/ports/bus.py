"""The bus: events on their way to every function that listens to them.

The contract: what ``publish`` took is durable when it returns, and reaches every subscriber of its event name at least
once, in no promised order. Each subscriber has its own queue: one that fails or is slow holds up no other. A delivery
that fails is tried again after a growing pause; after the last try it is dead: kept, listed, and rung out in the log.
Publishing the same event again may deliver it again (the queues of an office don't while they hold it, Pub/Sub does):
consumers know it by its id.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.events.event import EventEnvelope


ONLY_FOR = "only_for"  # the attribute of a pushed message that one subscriber alone is to take


class DeliveryState(StrEnum):
    """A delivery waits for its next attempt, or is dead after the last one."""

    WAITING = "waiting"
    DEAD = "dead"


class Bus(Protocol):
    """An event bus."""

    def publish(self, events: Sequence[EventEnvelope]) -> None:
        """Take the events; durable on return, safe to repeat."""
        ...


class DirectBus(Bus, Protocol):
    """A bus that can also reach one subscriber alone."""

    def deliver_again(self, subscriber: str, event: EventEnvelope) -> None:
        """Bring an event to one subscriber whose dead delivery was released; safe to repeat."""
        ...


class QueuedBus(DirectBus, Protocol):
    """A bus whose queues are worked off in this process."""

    def pump(self, subscribers: Sequence[str], done: Callable[[], None]) -> None:
        """Start work on every queue that is idle."""
        ...

    def close(self) -> None:
        """Let the deliveries at work end."""
        ...


class Attempts(Protocol):
    """The count of failed deliveries, for a bus that pushes events to functions and tries again by itself."""

    def state(self, subscriber: str, event: EventEnvelope) -> DeliveryState | None:
        """Return what earlier tries have come to, or None where none has failed."""
        ...

    def failed(self, subscriber: str, event: EventEnvelope, error: str) -> bool:
        """Count a failure; whether it was the last one: then the delivery is dead and must not come again."""
        ...

    def succeeded(self, subscriber: str, event: EventEnvelope) -> None:
        """Forget earlier failures."""
        ...
