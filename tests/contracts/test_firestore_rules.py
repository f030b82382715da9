"""Nobody but the functions reaches Firestore: a client SDK is refused everything, on a real emulator."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.google.firestore_records import FirestoreRecords
from shared.kernel.catalogue import ROOT
from shared.manifest import collections
from shared.ports.records import Collection
from tests.emulators import new_project

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.emulator

AGENDAS = Collection("agendas")


class Client:
    """A phone or a browser that speaks to Firestore by itself, as the client SDKs do."""

    def __init__(self, emulator: str, project: str) -> None:
        self._base = f"http://{emulator}/v1/projects/{project}/databases/(default)/documents"

    def status(self, method: str, path: str, body: dict[str, Any] | None = None) -> int:
        """Send a request and return how it was answered."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self._base}{path}", data, {"Content-Type": "application/json"})
        request.method = method
        try:
            with urllib.request.urlopen(request) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code


def load_rules(emulator: str, project: str, rules: str) -> None:
    content = {"rules": {"files": [{"name": "firestore.rules", "content": rules}]}}
    request = urllib.request.Request(f"http://{emulator}/emulator/v1/projects/{project}:securityRules", method="PUT")
    request.data = json.dumps(content).encode()
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request) as response:
        assert response.status == 200


@pytest.fixture
def project(firestore_emulator: str) -> str:
    """Return a project under our rules."""
    project = new_project()
    load_rules(firestore_emulator, project, (ROOT / "firestore.rules").read_text())
    return project


@pytest.fixture
def client(firestore_emulator: str, project: str) -> Client:
    return Client(firestore_emulator, project)


@pytest.fixture
def records(firestore_emulator: str, project: str) -> Iterator[FirestoreRecords]:
    """Return the functions' own way to the same project, which holds one document."""
    records = FirestoreRecords(project, emulator=firestore_emulator)
    records.transact(lambda transaction: transaction.put(AGENDAS, "rapat", {"title": "Rapat"}))
    yield records
    records.close()


FIELDS = {"fields": {"title": {"stringValue": "forged"}}}
QUERY = {"structuredQuery": {"from": [{"collectionId": "agendas"}]}}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/agendas/rapat", None),
        ("GET", "/agendas", None),
        ("POST", ":runQuery", QUERY),
        ("POST", "/agendas?documentId=forged", FIELDS),
        ("PATCH", "/agendas/rapat", FIELDS),
        ("DELETE", "/agendas/rapat", None),
    ],
    ids=["get", "list", "query", "create", "change", "delete"],
)
def test_a_client_is_refused(
    client: Client, records: FirestoreRecords, method: str, path: str, body: dict[str, Any] | None
) -> None:
    assert client.status(method, path, body) == 403
    assert records.get(AGENDAS, "rapat") == {"title": "Rapat"}


def test_no_collection_of_ours_is_open_to_a_client(client: Client) -> None:
    assert {client.status("GET", f"/{collection.name}/any") for collection in collections()} == {403}


def test_the_emulator_would_answer_a_client_if_the_rules_let_it(firestore_emulator: str) -> None:
    project = new_project()
    load_rules(firestore_emulator, project, (ROOT / "firestore.rules").read_text().replace("if false", "if true"))
    assert Client(firestore_emulator, project).status("GET", "/agendas/rapat") == 404
