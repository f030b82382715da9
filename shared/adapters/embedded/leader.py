"""One leader among the processes of a machine: a file lock to lead, a datagram to wake the leader."""

from __future__ import annotations

import contextlib
import fcntl
import socket
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import threading
    from pathlib import Path


class FileLeadership:
    """Leadership by a lock file in a folder that the processes share.

    The leader listens on a loopback port that it writes into the lock file. A datagram may be lost and the port may be
    a dead leader's: a wake-up is only ever sooner than the next look.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is opened before use."""
        self._path = folder / "leader"
        self._file: BinaryIO | None = None
        self._listening: socket.socket | None = None
        self._sending = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._sending.settimeout(0)

    def lead(self, stopping: threading.Event) -> bool:
        """Wait for the lock, looking again each half second so that a stop is not missed."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+b")
        while not stopping.is_set():
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                self._file = file
                self._listen(file)
                return True
            stopping.wait(0.5)
        file.close()
        return False

    def wait(self, seconds: float) -> None:
        """Wait for a datagram, then empty the socket: many commits are one wake-up."""
        listening = self._listening
        if listening is None:
            return
        listening.settimeout(seconds)
        with contextlib.suppress(OSError):
            listening.recv(1)
            listening.settimeout(0)
            while listening.recv(1):
                pass

    def wake(self) -> None:
        """Send a datagram to the leader's port."""
        with contextlib.suppress(OSError, ValueError):
            self._sending.sendto(b"!", ("127.0.0.1", int(self._path.read_bytes())))

    def resign(self) -> None:
        """Close the sockets and let the lock go; this process has no further part in it."""
        self._sending.close()
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def _listen(self, file: BinaryIO) -> None:
        self._listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._listening.bind(("127.0.0.1", 0))
        file.truncate(0)
        file.write(str(self._listening.getsockname()[1]).encode())
        file.flush()
