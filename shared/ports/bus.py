"""The bus: events on their way to every function that listens to them.

The contract: what ``publish`` took is durable when it returns, and reaches every subscriber of its event name at least
once, in no promised order. Each subscriber has its own queue: one that fails or is slow holds up no other. A delivery
that fails is tried again after a growing pause; after the last try it is dead: kept, listed, and rung out in the log.
Publishing the same event again delivers it to nobody who has it in the queue; consumers are idempotent all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shared.events.event import EventEnvelope


class Bus(Protocol):
    """An event bus."""

    def publish(self, events: Sequence[EventEnvelope]) -> None:
        """Take the events; durable on return, safe to repeat."""
        ...


class QueuedBus(Bus, Protocol):
    """A bus whose queues are worked off in this process."""

    def pump(self, subscribers: Sequence[str], done: Callable[[], None]) -> None:
        """Start work on every queue that is idle."""
        ...

    def close(self) -> None:
        """Let the deliveries at work end."""
        ...
