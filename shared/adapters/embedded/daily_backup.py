"""A backup each day, by the server itself: a thread looks whether one is due, a process of its own makes it.

The process has the lowest priority and an interpreter to itself, so that nobody's call waits for the packing. Of the
worker processes one looks, the one that holds a lock; when it ends, another takes over.
"""

from __future__ import annotations

import fcntl
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from shared.adapters.embedded.backup import kept_backups, made_at, one_at_a_time, write_backup
from shared.adapters.embedded.data_folder import DAILY, RECORDS, VERSION, DataRefused
from shared.kernel import catalogue

DAY = timedelta(days=1)
_LOOK_EVERY = 60.0
_AFTER_FAILURE = 3600.0
_LOWEST_PRIORITY = 19
_SECONDS_TO_NOTICE = 0.2

_log = logging.getLogger("trowulan")


def is_due(data: Path, now: datetime) -> bool:
    """Tell whether no backup was made, and the code did not change, within a day; what is of the future counts not."""
    version = data / VERSION
    moments = [made_at(backup) for backup in kept_backups(data)]
    if version.exists():  # a new folder, or the backup before an update
        moments.append(datetime.fromtimestamp(version.stat().st_mtime, UTC))
    return (data / RECORDS).exists() and not any(now - DAY < moment <= now for moment in moments)


class DailyBackup:
    """The thread of one worker process."""

    def __init__(self, data: Path) -> None:
        """Name the folder; nothing runs before `start`."""
        self._data = data
        self._thread = threading.Thread(target=self._run, name="daily-backup", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def _run(self) -> None:
        with (self._data / DAILY).open("ab") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            self._look_again_and_again()

    def _look_again_and_again(self) -> NoReturn:
        while True:
            time.sleep(_LOOK_EVERY if self._look() else _AFTER_FAILURE)

    def _look(self) -> bool:
        """Make the backup that is due; False when it failed, which the log tells."""
        if not is_due(self._data, datetime.now(UTC)):
            return True
        command = [sys.executable, "-m", "shared.adapters.embedded.daily_backup", str(self._data), str(os.getpid())]
        ended = subprocess.run(command, cwd=catalogue.ROOT, capture_output=True, text=True, check=False)
        if ended.returncode:
            _log.error("daily backup failed: %s", ended.stderr.strip() or f"exit code {ended.returncode}")
        return not ended.returncode


def main(data: str, server: str) -> int:
    """Make the backup of the day unless somebody has made one meanwhile; return the exit code."""
    os.nice(_LOWEST_PRIORITY)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # unwinds, and so removes what is half made
    threading.Thread(target=_end_with, args=[int(server)], daemon=True).start()
    folder = Path(data)
    try:
        with one_at_a_time(folder):
            if is_due(folder, datetime.now(UTC)):
                write_backup(folder)
    except DataRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def _end_with(server: int) -> None:
    """Stop when the server has stopped: its folder is then free for whoever comes next."""
    while os.getppid() == server:
        time.sleep(_SECONDS_TO_NOTICE)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
