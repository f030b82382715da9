"""Timers: one due time for each name.

The contract: ``set`` makes a timer or moves it; ``cancel`` forgets it (one that is not there is no error). A due timer
fires at least once, soon after its time and also when its time passed while nothing ran; it fires no more once ``fire``
has returned. A timer moved or set anew while it fires keeps its new time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class Timers(Protocol):
    """A set of named timers."""

    def set(self, name: str, due: datetime) -> None:
        """Make the timer, or move it."""
        ...

    def cancel(self, name: str) -> None:
        """Forget the timer."""
        ...

    def due(self, name: str) -> datetime | None:
        """Return when the timer fires, or None when there is none."""
        ...

    def fire_due(self, now: datetime, fire: Callable[[str, datetime], None]) -> int:
        """Call ``fire(name, due)`` for each timer that is due and return how many fired; the sweep of this port."""
        ...
