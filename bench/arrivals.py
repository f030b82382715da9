"""Requests that come when they come, whether or not the earlier ones are answered; each over a connection of its own.

A crowd of phones does not wait for each other, so neither does this: what the server is slow at piles up, and a wait
counts from the moment when the phone wanted to send. It is a program of its own, of which several run at once:
``python -m bench.arrivals PORT REQUESTS ANSWERS`` sends each request of a file at its moment and writes a file of
answers. Both are JSON; moments are seconds since 1970.
"""

from __future__ import annotations

import json
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench.load import Client

_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Arrived:
    """What came of one request: when it was to be sent, when it was answered, and with what."""

    due: float
    answered: float
    status: int
    body: str


class Crowd:
    """A process that sends its part of the requests."""

    def __init__(self, port: int, requests: list[tuple[float, str]], folder: Path, number: int) -> None:
        """Start it; it waits for the first moment by itself."""
        asked, self._answered = folder / f"requests-{number}", folder / f"answers-{number}"
        asked.write_text(json.dumps(sorted(requests)))
        command = [sys.executable, "-m", "bench.arrivals", str(port), str(asked), str(self._answered)]
        self._process = subprocess.Popen(command, cwd=_ROOT)

    def answers(self) -> list[Arrived]:
        """Wait for all answers."""
        if self._process.wait(900):
            raise RuntimeError("a crowd of phones has ended early")
        return [Arrived(*it) for it in json.loads(self._answered.read_text())]


def _send_all(port: int, requests: list[tuple[float, str]]) -> list[tuple[float, float, int, str]]:
    answers: list[tuple[float, float, int, str]] = []
    open_ones: dict[int, tuple[Client, float]] = {}
    poll = select.epoll()
    waiting = iter(requests)
    following = next(waiting, None)
    while following or open_ones:
        while following and following[0] <= time.time():
            due, text = following
            client = Client(port)
            client.ask(0, text.encode())
            poll.register(client.socket, select.EPOLLIN)
            open_ones[client.socket.fileno()] = client, due
            following = next(waiting, None)
        pause = max(0.0, following[0] - time.time()) if following else 1.0
        for descriptor, _ in poll.poll(pause):
            client, due = open_ones[descriptor]
            status = client.answer()
            if status:
                answers.append((due, time.time(), status, client.body.decode()))
                poll.unregister(descriptor)
                del open_ones[descriptor]
                client.close()
    return answers


def _main(port: str, asked: str, answered: str) -> None:
    Path(answered).write_text(json.dumps(_send_all(int(port), json.loads(Path(asked).read_text()))))


if __name__ == "__main__":
    _main(*sys.argv[1:])
