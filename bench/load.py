"""A load generator that costs little: one thread, one epoll, keep-alive connections, requests made beforehand.

It is a program of its own, so that it shares no interpreter with whoever prepares and judges:
``python -m bench.load PORT CLIENTS REQUESTS ANSWERS`` sends the requests of a file, each once, and writes a file of
answers. Both are JSON.
"""

from __future__ import annotations

import json
import select
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

_END_OF_HEAD = b"\r\n\r\n"
_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Load:
    """What came of a load: the seconds it took, the generator's own CPU, and for each request status and latency."""

    seconds: float
    cpu_seconds: float
    statuses: list[int]
    latencies: list[float]


def post(path: str, body: object, token: str = "") -> str:
    """Return the text of a POST request."""
    content = json.dumps(body, separators=(",", ":"))
    signed_in = f"Authorization: Bearer {token}\r\n" if token else ""
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{signed_in}"
        f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n{content}"
    )


def get(path: str, token: str) -> str:
    """Return the text of a signed-in GET request."""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n"


def send(port: int, clients: int, requests: list[str]) -> Load:
    """Send each request once from a process of its own; the answers stand in the order of the requests."""
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder, "requests"), Path(folder, "answers")
        asked.write_text(json.dumps(requests))
        command = [sys.executable, "-m", "bench.load", str(port), str(clients), str(asked), str(answered)]
        subprocess.run(command, cwd=_ROOT, check=True, timeout=300)
        return Load(**json.loads(answered.read_text()))


class Client:
    """One keep-alive connection and the request that it waits for."""

    def __init__(self, port: int) -> None:
        """Connect."""
        self.port = port
        self.socket = _connected(port)
        self.number = -1
        self.asked = 0.0
        self.body = b""
        self.ends = False
        self._received = b""

    def exchange(self, request: str) -> int:
        """Send a request, wait for its answer and return the status."""
        self.ask(0, request.encode())
        while not (status := self.answer()):
            pass
        return status

    def ask(self, number: int, request: bytes) -> None:
        """Send the request of a number."""
        self.number, self.asked, self._received = number, time.perf_counter(), b""
        self.socket.sendall(request)

    def answer(self) -> int:
        """Read what has come; return the status once the answer is whole, else 0."""
        received = self.socket.recv(65536)
        if not received:
            raise ConnectionError("the server closed a connection before it answered")
        self._received += received
        head, found, body = self._received.partition(_END_OF_HEAD)
        if not found or len(body) < _content_length(head):
            return 0
        self.body = body
        self.ends = b"\r\nconnection: close" in head.lower()
        return int(head[9:12])

    def connect_again(self) -> None:
        """Take a new connection, where the server answers one request on each."""
        self.socket.close()
        self.socket, self.ends = _connected(self.port), False

    def close(self) -> None:
        """Close the connection."""
        self.socket.close()


def _connected(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _content_length(head: bytes) -> int:
    _, _, rest = head.lower().partition(b"\r\ncontent-length:")
    return int(rest.partition(b"\r\n")[0])


def _exchange(port: int, clients: int, requests: list[bytes]) -> Load:
    """Keep every client busy until each request is answered."""
    statuses, latencies = [0] * len(requests), [0.0] * len(requests)
    waiting = enumerate(requests)
    poll = select.epoll()
    by_socket = {client.socket.fileno(): client for client in (Client(port) for _ in range(clients))}
    began, cpu_began = time.perf_counter(), time.process_time()
    for client, (number, request) in zip(list(by_socket.values()), waiting, strict=False):
        poll.register(client.socket, select.EPOLLIN)
        client.ask(number, request)
    answered = 0
    while answered < len(requests):
        for descriptor, _ in poll.poll():
            client = by_socket[descriptor]
            status = client.answer()
            if not status:
                continue
            answered += 1
            statuses[client.number], latencies[client.number] = status, time.perf_counter() - client.asked
            following = next(waiting, None)
            if client.ends:
                poll.unregister(descriptor)
                client.connect_again()
                by_socket[client.socket.fileno()] = client
                poll.register(client.socket, select.EPOLLIN)
            if following is not None:
                client.ask(*following)
    return Load(time.perf_counter() - began, time.process_time() - cpu_began, statuses, latencies)


def _main(port: str, clients: str, asked: str, answered: str) -> None:
    requests = [request.encode() for request in json.loads(Path(asked).read_text())]
    Path(answered).write_text(json.dumps(asdict(_exchange(int(port), int(clients), requests))))


if __name__ == "__main__":
    _main(*sys.argv[1:])
