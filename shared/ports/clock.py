"""The clock: the one source of the present moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Tells the time. The kernel asks once for each request, so that a request has one moment."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...
