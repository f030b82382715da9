"""The machine that keeps the data, where that is one of the office's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Disk:
    """The disk under the data, in bytes."""

    free: int
    size: int


class Machine(Protocol):
    """What may run out or be forgotten on a machine of one's own."""

    def disk(self) -> Disk:
        """Return the space of the disk that holds the data."""
        ...

    def last_backup(self) -> datetime | None:
        """Return when the newest backup in the folder of backups was made, or None when there is none."""
        ...
