"""Events through Pub/Sub to functions in processes of their own: soon, once, and none lost."""

from __future__ import annotations

import itertools
import socket
import time
import uuid
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.records import AGENDAS
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from shared import codec
from shared.deliveries import DELIVERIES, MAX_ATTEMPTS
from shared.events.eagenda import AgendaCancelled, AgendaStartsSoon
from shared.events.event import EventEnvelope
from shared.kernel.journal import JOURNAL, TO_RELAY, Relay
from shared.ports.bus import ONLY_FOR, DeliveryState
from shared.values import fingerprint
from tests.cloud.deployment import push_of
from tests.cloud.waiting import eventually

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.events.event import Event
    from tests.cloud.deployment import Deployment, Function

pytestmark = pytest.mark.emulator

NOTIFY = "eagenda_notify_participants"
ORGANISER, INVITED, ADMINISTRATOR = "p-7pa8f5h82q", "p-t647nngc9n", "p-hzbczgvgni"
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def create(deployment: Deployment) -> Iterator[Function]:
    with deployment.function("eagenda_create_agenda") as function:
        yield function


@pytest.fixture(scope="module")
def cancel(deployment: Deployment) -> Iterator[Function]:
    with deployment.function("eagenda_cancel_agenda") as function:
        yield function


@contextmanager
def listening(deployment: Deployment) -> Iterator[Function]:
    """Run the subscriber, warm."""
    with deployment.function(NOTIFY) as function:
        push = push_of(envelope_of(AgendaCancelled("none"), name="nobody.listens"))
        assert function.call("POST", "/", push, deployment.caller_token(NOTIFY)).status == 200
        yield function


def new_agenda(deployment: Deployment, create: Function) -> str:
    starts_at = datetime.now(UTC) + timedelta(days=2)
    plan = {
        "title": f"Rapat {next(_numbers)}",
        "place": "Ruang rapat",
        "starts_at": starts_at.isoformat(),
        "ends_at": (starts_at + timedelta(hours=1)).isoformat(),
        "invited": [INVITED],
    }
    answer = create.call("POST", "/api/eagenda-create-agenda", plan, deployment.person_token(ORGANISER))
    assert answer.status == 200, answer
    return str(answer.json()["id"])


def starts_soon(deployment: Deployment, agenda_id: str) -> AgendaStartsSoon:
    """Return that an agenda begins soon, at its own time: of another one nobody is reminded any more."""
    body = deployment.runtime.records.get(AGENDAS.stored, agenda_id)
    assert body is not None
    return AgendaStartsSoon(agenda_id, AGENDAS.read(body).starts_at)


def cancelled(deployment: Deployment, cancel: Function, agenda_id: str) -> None:
    body = {"agenda_id": agenda_id, "version": 1, "reason": "Ditunda"}
    answer = cancel.call("POST", "/api/eagenda-cancel-agenda", body, deployment.person_token(ORGANISER))
    assert answer.status == 200, answer


def envelope_of(event: Event, name: str = "") -> EventEnvelope:
    data = codec.encode_answer(type(event), event)
    event_id = f"e-{uuid.uuid4().hex}"
    return EventEnvelope(event_id, name or event.event_name(), datetime.now(UTC), "p", "o", "c", data)


def reminders_of(deployment: Deployment, agenda_id: str) -> list[ReminderKind]:
    asked = REMINDERS.question(OF_PERSON_NEWEST_FIRST, equal=(INVITED,), limit=1000)
    found = [REMINDERS.read(document.body) for document in deployment.runtime.records.query(asked)]
    return [reminder.kind for reminder in found if reminder.agenda_id == agenda_id]


def told(deployment: Deployment, relay: Relay) -> dict[str, EventEnvelope]:
    """Return the cancellations that wait for the bus, or are done with it, by their agenda."""
    asked = JOURNAL.question(TO_RELAY, equal=(relay.value,), limit=1000)
    rows = [JOURNAL.read(document.body) for document in deployment.runtime.records.query(asked)]
    events = [event for row in rows for event in row.events if event.name == AgendaCancelled.event_name()]
    return {event.data["agenda_id"]: event for event in events}


def test_a_cancelled_meeting_is_told_to_those_invited_without_any_sweep(
    deployment: Deployment, create: Function, cancel: Function
) -> None:
    agenda_id = new_agenda(deployment, create)
    with listening(deployment):
        cancelled(deployment, cancel, agenda_id)
        eventually(lambda: reminders_of(deployment, agenda_id) == [ReminderKind.CANCELLED])
    eventually(lambda: agenda_id in told(deployment, Relay.DONE))


def test_from_publishing_to_the_end_of_the_reaction_it_takes_half_a_second_at_most(
    deployment: Deployment, create: Function
) -> None:
    agendas = [new_agenda(deployment, create) for _ in range(40)]
    took = []
    with listening(deployment):
        for agenda_id in agendas:
            envelope = envelope_of(starts_soon(deployment, agenda_id))
            published = time.monotonic()
            deployment.runtime.bus.publish([envelope])
            eventually(lambda sent=envelope.id: sent in deployment.delivered(NOTIFY))  # type: ignore[misc]  # mypy infers no lambda with a default
            took.append(deployment.delivered(NOTIFY)[envelope.id] - published)
    assert all(reminders_of(deployment, agenda_id) == [ReminderKind.STARTS_SOON] for agenda_id in agendas)
    assert sorted(took)[round(0.95 * len(took)) - 1] <= 0.5, took


def test_what_is_delivered_three_times_and_out_of_order_has_its_effect_once(
    deployment: Deployment, create: Function, cancel: Function
) -> None:
    agenda_id = new_agenda(deployment, create)
    soon = envelope_of(starts_soon(deployment, agenda_id))
    with listening(deployment) as function:
        cancelled(deployment, cancel, agenda_id)
        eventually(lambda: reminders_of(deployment, agenda_id) == [ReminderKind.CANCELLED])
        eventually(lambda: agenda_id in told(deployment, Relay.DONE))
        gone = told(deployment, Relay.DONE)[agenda_id]
        for envelope in (soon, gone, gone, soon, gone, soon):
            token = deployment.caller_token(NOTIFY)
            assert function.call("POST", "/", push_of(envelope, next(_numbers)), token).status == 200
    assert reminders_of(deployment, agenda_id) == [ReminderKind.CANCELLED]


def test_what_is_published_while_a_subscriber_is_down_reaches_it_later(
    deployment: Deployment, create: Function, cancel: Function
) -> None:
    agendas = [new_agenda(deployment, create) for _ in range(5)]
    before = len(deployment.deliveries)
    for agenda_id in agendas:
        cancelled(deployment, cancel, agenda_id)
    eventually(lambda: len(deployment.deliveries) - before >= len(agendas) + 2)  # each tried, some again
    assert {it.status for it in deployment.deliveries[before:]} == {503}

    with listening(deployment):
        eventually(
            lambda: all(reminders_of(deployment, agenda_id) == [ReminderKind.CANCELLED] for agenda_id in agendas), 60
        )


@pytest.mark.slow
def test_a_subscriber_that_was_down_for_a_minute_has_everything_soon_after(
    deployment: Deployment, create: Function, cancel: Function
) -> None:
    agendas = [new_agenda(deployment, create) for _ in range(20)]
    for agenda_id in agendas:
        cancelled(deployment, cancel, agenda_id)
    time.sleep(60)
    assert not any(reminders_of(deployment, agenda_id) for agenda_id in agendas)

    with listening(deployment):
        eventually(lambda: all(reminders_of(deployment, agenda_id) for agenda_id in agendas), 30, pause=0.2)
    assert all(reminders_of(deployment, agenda_id) == [ReminderKind.CANCELLED] for agenda_id in agendas)


def test_a_push_without_a_token_or_with_nothing_of_ours_changes_nothing(
    deployment: Deployment, create: Function
) -> None:
    agenda_id = new_agenda(deployment, create)
    push = push_of(envelope_of(AgendaCancelled(agenda_id)))
    with listening(deployment) as function:
        for token in (
            "",
            "forged",
            deployment.person_token(ORGANISER),
            deployment.caller_token("portal_sweep_journal"),
        ):
            assert function.call("POST", "/", push, token).status == 401
        for data in ("", "bm90IEpTT04=", "e30=", "!", 7):
            broken: dict[str, Any] = {"message": {**push["message"], "data": data}, "subscription": "x"}
            assert function.call("POST", "/", broken, deployment.caller_token(NOTIFY)).status in {400, 422}
    assert reminders_of(deployment, agenda_id) == []


def test_a_delivery_that_keeps_failing_is_counted_then_dead_kept_and_not_tried_again(deployment: Deployment) -> None:
    envelope = replace(envelope_of(AgendaCancelled("none")), id=f"poison-{uuid.uuid4().hex}")
    key = fingerprint(NOTIFY, envelope.id)

    def found() -> tuple[int, DeliveryState]:
        body = deployment.runtime.records.get(DELIVERIES.stored, key)
        assert body is not None
        return DELIVERIES.read(body).attempts, DELIVERIES.read(body).state

    with listening(deployment) as function:
        answers = []
        for attempt in range(1, MAX_ATTEMPTS + 1):
            answers.append(function.call("POST", "/", push_of(envelope), deployment.caller_token(NOTIFY)).status)
            assert found() == (attempt, DeliveryState.DEAD if attempt == MAX_ATTEMPTS else DeliveryState.WAITING)
        again = function.call("POST", "/", push_of(envelope), deployment.caller_token(NOTIFY))

    assert [status >= 400 for status in answers] == [True] * (MAX_ATTEMPTS - 1) + [False]
    assert again.status == 200
    assert found() == (MAX_ATTEMPTS, DeliveryState.DEAD)
    assert '"message": "dead letter"' in deployment.log(NOTIFY).read_text()


def test_a_dead_letter_that_is_replayed_reaches_its_subscriber(deployment: Deployment, create: Function) -> None:
    agenda_id = new_agenda(deployment, create)
    envelope = envelope_of(starts_soon(deployment, agenda_id))
    letters = {"ids": [fingerprint(NOTIFY, envelope.id)]}
    for _ in range(MAX_ATTEMPTS):
        deployment.runtime.attempts.failed(NOTIFY, envelope, "503")

    with (
        listening(deployment) as function,
        deployment.function("portal_replay_dead_letters") as replay,
        deployment.function("portal_deliver_again"),
    ):
        assert function.call("POST", "/", push_of(envelope), deployment.caller_token(NOTIFY)).status == 200
        assert reminders_of(deployment, agenda_id) == []  # dead, so it is accepted and not done
        administrator = deployment.person_token(ADMINISTRATOR)
        answer = replay.call("POST", "/api/portal-replay-dead-letters", letters, administrator)
        assert (answer.status, answer.json()) == (200, {"replayed": 1})
        eventually(lambda: reminders_of(deployment, agenda_id) == [ReminderKind.STARTS_SOON])
    assert deployment.runtime.records.get(DELIVERIES.stored, letters["ids"][0]) is None


def test_what_is_published_again_for_one_subscriber_is_nothing_to_another(
    deployment: Deployment, create: Function
) -> None:
    agenda_id = new_agenda(deployment, create)
    push = push_of(envelope_of(starts_soon(deployment, agenda_id)))
    attributes = {**push["message"]["attributes"], ONLY_FOR: "eagenda_time_reminder"}
    for_another = {**push, "message": {**push["message"], "attributes": attributes}}
    with listening(deployment) as function:
        assert function.call("POST", "/", for_another, deployment.caller_token(NOTIFY)).status == 200
    assert reminders_of(deployment, agenda_id) == []


def test_failures_are_forgotten_once_a_delivery_succeeds(deployment: Deployment, create: Function) -> None:
    agenda_id = new_agenda(deployment, create)
    envelope = envelope_of(AgendaCancelled(agenda_id))
    deployment.runtime.attempts.failed(NOTIFY, envelope, "503")
    with listening(deployment) as function:
        assert function.call("POST", "/", push_of(envelope), deployment.caller_token(NOTIFY)).status == 200
    assert deployment.runtime.records.get(DELIVERIES.stored, fingerprint(NOTIFY, envelope.id)) is None


def test_a_silent_bus_holds_up_no_caller_and_loses_no_event(deployment: Deployment, create: Function) -> None:
    first, second = (new_agenda(deployment, create) for _ in range(2))
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,  # takes connections and never answers
        deployment.function(
            "eagenda_cancel_agenda", PUBSUB_EMULATOR_HOST=f"127.0.0.1:{silent.getsockname()[1]}"
        ) as cancel,
    ):
        cancelled(deployment, cancel, first)
        began = time.monotonic()
        cancelled(deployment, cancel, second)
        assert time.monotonic() - began < 2  # the bus is given five seconds

    assert {first, second} <= told(deployment, Relay.WAITING).keys()
