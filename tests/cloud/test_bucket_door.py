"""The door of the emulated bucket: the portal's pages may send files through it, no other page may."""

from __future__ import annotations

import http.client
import socket

import pytest

from infra.emulators.bucket_door import bucket_door
from shared.adapters.google.cloud_documents import CloudDocuments

PORTAL = "http://127.0.0.1:8080"


def ask(address: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.mark.parametrize(("page", "allowed"), [(PORTAL, PORTAL), ("http://127.0.0.1:8081", None)])
def test_a_browser_hears_whether_a_page_may_put(storage_emulator: str, page: str, allowed: str | None) -> None:
    asking = {"Origin": page, "Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type"}
    with bucket_door(storage_emulator, PORTAL) as door:
        for method, path in (("OPTIONS", "/documents/any"), ("GET", "/storage/v1/b/documents")):
            answer = ask(door, method, path, asking)
            assert answer.status == 200
            assert answer.getheader("Access-Control-Allow-Origin") == allowed
        assert (
            ask(door, "OPTIONS", "/documents/any", asking).getheader("Access-Control-Allow-Headers") == "content-type"
        )


def test_a_sender_that_gives_up_holds_nobody_up(storage_emulator: str) -> None:
    with bucket_door(storage_emulator, PORTAL) as door:
        host, _, port = door.partition(":")
        with socket.create_connection((host, int(port)), timeout=10) as sender:
            sender.sendall(b"PUT /documents/half HTTP/1.1\r\nHost: door\r\nContent-Length: 1000\r\n\r\nhalf")
            sender.shutdown(socket.SHUT_WR)
            assert sender.recv(1) == b""  # no answer, for nothing was passed on
        assert ask(door, "GET", "/storage/v1/b/documents", {}).status == 200


def test_documents_go_through_it_both_ways(storage_emulator: str) -> None:
    content = bytes(range(256)) * 500
    with bucket_door(storage_emulator, PORTAL) as door:
        documents = CloudDocuments("demo", "documents", emulator=door)
        documents.save("through-the-door", content)
        assert documents.load("through-the-door") == content
        assert documents.load("never-sent") is None
        documents.close()
