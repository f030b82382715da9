"""No inner doors: what runs after an event or by the clock can't be reached by the public, for the whole catalogue."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import functions_framework
import pytest

from shared import entry
from shared.kernel import catalogue
from shared.kernel.catalogue import Declaration, Kind
from tests.kernel.reading import problem
from tests.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkzeug.test import Client, TestResponse

INNER = [it for it in catalogue.everything() if not it.is_public]
every_inner_function = pytest.mark.parametrize("declared", INNER, ids=lambda it: it.target)

# A Pub/Sub push as a CloudEvent in binary mode; its body is read only after the token was believed.
EVENT = {
    "ce-id": "1",
    "ce-source": "//pubsub.googleapis.com/projects/p/topics/t",
    "ce-specversion": "1.0",
    "ce-type": "google.cloud.pubsub.topic.v1.messagePublished",
}
MESSAGE = {"message": {"data": base64.b64encode(b"{}").decode()}}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with serving(tmp_path) as client:
        yield client


def service_token(target: str) -> str:
    ports = entry.runtime()
    return ports.identity.service_token(target, ports.clock.now()).text


def own_target(declared: Declaration, token: str) -> TestResponse:
    """Call the function's own deployed target, as its service in the cloud would be called."""
    signature = "http" if declared.kind is Kind.SCHEDULED else "cloudevent"
    app: Any = functions_framework.create_app(declared.target, str(catalogue.ROOT / "main.py"), signature)
    headers = {**EVENT, **({"Authorization": f"Bearer {token}"} if token else {})}
    response: TestResponse = app.test_client().post("/", json=MESSAGE, headers=headers)
    return response


def test_there_are_inner_functions() -> None:
    assert INNER


@every_inner_function
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_url_of_an_inner_function_is_unknown_also_to_who_holds_its_token(
    client: Client, declared: Declaration, method: str
) -> None:
    headers = {**EVENT, "Authorization": f"Bearer {service_token(declared.target)}"}
    for path in (declared.path, f"/api/{declared.target}"):
        problem(client.open(path, method=method, json=MESSAGE, headers=headers), 404, "unknown-function")


@every_inner_function
def test_an_inner_functions_own_target_believes_its_own_service_token_alone(
    client: Client, declared: Declaration
) -> None:
    assert client.get("/healthz").status_code == 200
    identity, now = entry.runtime().identity, entry.runtime().clock.now()
    tokens = [
        "",
        "open sesame",
        identity.access_token("p-1", "session", now).text,
        identity.display_token("agenda", now, now.replace(year=now.year + 1)).text,
        identity.refresh_token("session", 1).reveal(),
        service_token("eagenda_another_target"),
        service_token(declared.target)[:-1],
    ]
    for token in tokens:
        problem(own_target(declared, token), 401, "not-signed-in")
    # Believed: what comes now is about the event, no longer about the caller.
    assert own_target(declared, service_token(declared.target)).status_code in {200, 422}


def test_a_public_function_takes_no_service_token(client: Client) -> None:
    for declared in catalogue.everything():
        if declared.is_public and declared.permission != "public":
            headers = {"Authorization": f"Bearer {service_token(declared.target)}"}
            response = client.open(declared.path, method="POST" if declared.body else "GET", json={}, headers=headers)
            problem(response, 401, "not-signed-in")


def test_the_manifest_gives_an_inner_function_no_path() -> None:
    from shared.manifest import GENERATED

    rows = json.loads((GENERATED / "functions.json").read_text(encoding="utf-8"))
    paths = {row["target"]: (row["path"], row["public"]) for row in rows}
    assert {target for target, (path, public) in paths.items() if path is None and not public} == {
        it.target for it in INNER
    }
