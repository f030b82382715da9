"""Every function of the manifest in a process of its own, in the environment in which Cloud Run starts it."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from infra.emulators.deployment import FUNCTIONS
from infra.emulators.processes import LOOPBACK, ROOT, service_port
from shared.events.event import EventEnvelope
from shared.kernel import catalogue
from tests.cloud.deployment import Function, push_of
from tests.cloud.forked import forked

if TYPE_CHECKING:
    from tests.cloud.deployment import Deployment

pytestmark = [pytest.mark.emulator, pytest.mark.timeout(300)]

AT_ONCE = 3
SECONDS_FOR_EACH = 1.0  # on average, two cores shared with other tests
ORGANISER = "p-7pa8f5h82q"
DISPLAYS = {"hall-display", "kiosk"}  # which ask for a token of their own kind
NOT_FOR_IT = EventEnvelope("e-1", "nobody.listens", datetime(2026, 11, 24, tzinfo=UTC), "p-1", "o-1", "c-1", {})


def public(deployment: Deployment, function: Function, row: dict[str, Any]) -> None:
    """Call as a stranger, then as somebody of the office who sends nothing that makes sense."""
    declared = catalogue.find(row["target"])
    is_get = declared is not None and not declared.body
    method, body = "GET" if is_get else "POST", None if is_get else dict[str, str]()
    stranger = function.call(method, row["path"], body)
    known = function.call(method, row["path"], body, deployment.person_token(ORGANISER))
    if row["permission"] == "public":
        assert stranger.status in {200, 401, 403, 422}, stranger
    else:
        assert stranger.status == 401, stranger
        assert known.status in ({401} if row["permission"] in DISPLAYS else {200, 403, 404, 422}), known
    assert function.call("DELETE", row["path"], None, deployment.person_token(ORGANISER)).status == 405


def inner(deployment: Deployment, function: Function, row: dict[str, Any]) -> None:
    """Call without a token, with a person's, with one for another function, then as Google does."""
    body = None if row["kind"] == "scheduled" else push_of(NOT_FOR_IT)
    for token in ("", deployment.person_token(ORGANISER), deployment.caller_token("eagenda_other")):
        assert function.call("POST", "/", body, token).status == 401
    right = function.call("POST", "/", body, deployment.caller_token(row["target"]))
    assert right.status == 200, right


def tried(deployment: Deployment, row: dict[str, Any]) -> None:
    port, log = service_port(), deployment.log(row["target"])
    environment = {**deployment.environment(), "FUNCTION_TARGET": row["target"]}
    with forked(ROOT / "main.py", port, log, environment):
        (public if row["public"] else inner)(deployment, Function(f"{LOOPBACK}:{port}"), row)
    for line in log.read_text().splitlines():
        assert json.loads(line)["severity"] == "WARNING", line


def test_every_function_starts_alone_and_soon_answers_whom_it_should(deployment: Deployment) -> None:
    started = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as hands:
        list(hands.map(lambda row: tried(deployment, row), FUNCTIONS))
    assert time.monotonic() - started < SECONDS_FOR_EACH * len(FUNCTIONS)
