"""How an issuer is asked: encrypted, briefly, and nobody else in its place."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from shared.adapters import egress
from shared.adapters.egress import Limits, Unreachable, ask, exchange, is_safe
from shared.ports.sign_in_issuer import IssuerUnreachable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def answering(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Answer each connection so, after its request was read."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    try:
                        answer(connection)
                    except OSError:
                        continue  # the caller has gone: that is what it should do

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def says(text: str) -> Callable[[socket.socket], None]:
    return lambda connection: connection.sendall(text.encode())


def test_an_object_is_read_with_its_status() -> None:
    with answering(says('HTTP/1.1 400 Bad\r\nContent-Length: 11\r\n\r\n{"error":1}')) as address:
        assert ask(address, {"code": "1"}) == (400, {"error": 1})
    chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{"a":1,\r\n6\r\n"b":2}\r\n0\r\n\r\n'
    with answering(says(chunked)) as address:
        assert ask(address) == (200, {"a": 1, "b": 2})


def test_a_redirect_is_not_followed() -> None:
    arrived: list[socket.socket] = []
    with answering(arrived.append) as elsewhere:
        moved = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n"
        with answering(says(moved)) as address, pytest.raises(IssuerUnreachable):
            ask(address, {"client_secret": "secret"})
    assert arrived == []


@pytest.mark.parametrize("length", ["Content-Length: 99999999\r\n", ""])
def test_an_endless_answer_is_left(length: str) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(f"HTTP/1.1 200 OK\r\n{length}\r\n".encode())
        while True:
            connection.sendall(b" " * 65536)

    with answering(endless) as address, pytest.raises(IssuerUnreachable, match="too long"):
        ask(address)


def test_an_answer_that_drips_is_left_after_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(egress, "_SECONDS", 0.5)

    def dripping(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(1000):
            connection.sendall(b" ")
            time.sleep(0.05)

    began = time.monotonic()
    with answering(dripping) as address, pytest.raises(IssuerUnreachable, match="too long"):
        ask(address)
    assert time.monotonic() - began < 3


def test_silence_is_left_after_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(egress, "_SECONDS", 0.3)
    with answering(lambda _: time.sleep(1)) as address, pytest.raises(IssuerUnreachable):
        ask(address)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "nonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n<html>",
        "HTTP/1.1 200 OK\r\n\r\n[1]",
        "HTTP/1.1 200 OK\r\n\r\n\xff",
    ],
)
def test_what_is_no_object_is_no_answer(answer: str) -> None:
    with answering(says(answer)) as address, pytest.raises(IssuerUnreachable):
        ask(address)


@pytest.mark.parametrize(
    "address", ["https://sso.example/", "http://127.0.0.1:9000/", "http://localhost:9000/", "http://[::1]:9000/"]
)
def test_what_is_encrypted_or_stays_on_this_machine_is_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://sso.example/",
        "http://127.0.0.1.sso.example/",
        "http://127.0.0.1@sso.example/",
        "http://[bad/",
        "file:///etc/passwd",
        "//sso.example/",
        "",
    ],
)
def test_what_is_neither_is_not_asked(address: str) -> None:
    assert not is_safe(address)
    with pytest.raises(IssuerUnreachable, match="not encrypted"):
        ask(address)


SHORT = Limits(seconds=0.5, longest=1000)


def test_a_service_that_may_be_asked_so_is_asked_without_encryption_and_no_other() -> None:
    with pytest.raises(Unreachable, match="not encrypted"):
        exchange("GET", "http://10.1.2.3/api", b"", {}, SHORT)
    with answering(says("HTTP/1.1 418 Teapot\r\nX-Id: 7\r\nContent-Length: 2\r\n\r\nok")) as address:
        answer = exchange("POST", address, b"isi", {"Content-Type": "text/plain"}, SHORT, plain=True)
    assert (answer.status, answer.headers["x-id"], answer.body, answer.is_whole) == (418, "7", b"ok", True)


@pytest.mark.parametrize(
    "text",
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
    ],
)
def test_what_breaks_off_is_told_apart_from_what_is_whole(text: str) -> None:
    with answering(says(text)) as address:
        answer = exchange("GET", address, b"", {}, SHORT)
    assert (answer.body, answer.is_whole) == (b"half", False)


@pytest.mark.parametrize("text", ["", "nonsense\r\n\r\n", f"HTTP/1.1 200 OK\r\n\r\n{'x' * 2000}"])
def test_what_is_no_answer_is_told_without_the_address(text: str) -> None:
    with answering(says(text)) as address, pytest.raises(Unreachable) as failed:
        exchange("GET", f"{address}3516014509860001", b"", {}, SHORT)
    assert "3516" not in str(failed.value)
    assert failed.value.__cause__ is None


def test_a_service_that_drips_is_left_after_its_time() -> None:
    def dripping(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n")
        for _ in range(900):
            connection.sendall(b" ")
            time.sleep(0.05)

    began = time.monotonic()
    with answering(dripping) as address, pytest.raises(Unreachable, match="too long"):
        exchange("GET", address, b"", {}, SHORT)
    assert time.monotonic() - began < 3
