"""Who calls inner functions where there is no Google: a scheduler that keeps time, and doors that let it in alone."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from werkzeug.test import Client

from infra.emulators.callers import ServiceAccount, scheduler
from infra.emulators.inner_functions import PREFIX, InnerFunctions
from infra.emulators.processes import LOOPBACK, service_port
from shared import entry
from shared.kernel import catalogue
from tests.cloud.deployment import push_of
from tests.cloud.test_each_function_alone import NOT_FOR_IT
from tests.cloud.waiting import eventually
from tests.kernel.reading import problem
from tests.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JUST_BEFORE = datetime(2026, 11, 25, 1, 55, 59, 500_000, tzinfo=UTC)
INNER = [it for it in catalogue.everything() if not it.is_public]


@pytest.fixture
def inner(tmp_path: Path) -> Iterator[Client]:
    with serving(tmp_path):
        yield Client(InnerFunctions())


def test_the_scheduler_calls_what_is_due_when_it_is_due() -> None:
    offset = JUST_BEFORE - datetime.now(UTC)
    functions: list[dict[str, str | None]] = [
        {"target": "each_minute", "cron": "* * * * *"},
        {"target": "each_two_minutes_in_vain", "cron": "*/2 * * * *"},
        {"target": "each_five_minutes", "cron": "*/5 * * * *"},
        {"target": "never", "cron": None},
    ]
    called: dict[str, datetime] = {}

    def call(target: str) -> int:
        called[target] = datetime.now(UTC) + offset
        return 503 if target == "each_two_minutes_in_vain" else 200

    with scheduler(functions, call, lambda: datetime.now(UTC) + offset):
        eventually(lambda: len(called) == 2)
        time.sleep(0.2)
    due = JUST_BEFORE + timedelta(milliseconds=500)
    assert called.keys() == {"each_minute", "each_two_minutes_in_vain"}
    assert all(timedelta(0) <= at - due < timedelta(seconds=5) for at in called.values())


def test_a_function_that_is_not_there_is_like_a_service_that_does_not_answer() -> None:
    nowhere = f"http://{LOOPBACK}:{service_port()}"
    for address in (None, nowhere):
        assert ServiceAccount(lambda _, it=address: it, lambda _: "token").call("eagenda_any") == 503  # type: ignore[misc]  # mypy infers no lambda with a default


@pytest.mark.parametrize("declared", INNER, ids=lambda it: it.target)
def test_the_server_of_inner_functions_opens_each_to_its_own_caller_alone(
    inner: Client, declared: catalogue.Declaration
) -> None:
    ports, path = entry.runtime(), PREFIX + declared.target.replace("_", "-")
    body = push_of(NOT_FOR_IT)
    for target in ("", "eagenda_another"):
        token = ports.identity.service_token(target, ports.clock.now()).text if target else ""
        problem(inner.post(path, json=body, headers={"Authorization": f"Bearer {token}"}), 401, "not-signed-in")
    token = ports.identity.service_token(declared.target, ports.clock.now()).text
    assert inner.post(path, json=body, headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_the_server_of_inner_functions_has_no_door_for_what_the_public_may_call(inner: Client) -> None:
    for path in ("/", PREFIX, "/api/portal-sign-in", f"{PREFIX}portal-sign-in", f"{PREFIX}eagenda_notify_participants"):
        assert inner.post(path, json={}).status_code == 404
