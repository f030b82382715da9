"""Leadership: which of several processes works behind the calls, and how the others wake it.

The contract: at most one process of a deployment leads at a time; when it ends, however it ends, another takes over. A
wake-up makes the leader look sooner than it would by itself; it may be lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import threading


class Leadership(Protocol):
    """One process's part in it."""

    def lead(self, stopping: threading.Event) -> bool:
        """Wait until this process leads; False when it is stopping instead."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait for a wake-up, at most so long."""
        ...

    def wake(self) -> None:
        """Wake the leader, whichever process it is."""
        ...

    def resign(self) -> None:
        """Give leadership up, or the wish for it, for good."""
        ...
