"""The machine on which the server runs, seen from its data folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from shared.adapters.embedded.backup import kept_backups, made_at
from shared.ports.machine import Disk

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class LocalMachine:
    """The disk and the backups of one data folder."""

    def __init__(self, data: Path) -> None:
        """Name the folder, which exists."""
        self._data = data

    def disk(self) -> Disk:
        """Return the space of the folder's disk: what is free is what this process may still write."""
        usage = shutil.disk_usage(self._data)
        return Disk(usage.free, usage.total)

    def last_backup(self) -> datetime | None:
        """Return when the newest backup was made, by its name."""
        backups = kept_backups(self._data)
        return made_at(backups[-1]) if backups else None
