"""A declared operation as the plain function that functions-framework serves."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import functions_framework
from flask import abort, request

from shared import codec
from shared.events.event import EventEnvelope
from shared.kernel.catalogue import Kind
from shared.kernel.http import event_payload
from shared.ports.bus import ONLY_FOR, DeliveryState
from shared.rules.calendar import rfc3339
from shared.schedule_runs import ScheduleRun, note_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cloudevents.http import CloudEvent
    from flask import Request, Response

    from shared.entry import Runtime
    from shared.kernel.catalogue import Declaration
    from shared.ports.bus import Attempts

_ERROR = 400


def target_function(declaration: Declaration, runtime: Callable[[], Runtime]) -> Callable[..., Any]:
    """Return a function named after the target, registered with the framework under its signature."""
    if declaration.kind in {Kind.REACTION, Kind.EFFECT}:
        return functions_framework.cloud_event(_named(declaration, _on_event(declaration, runtime)))
    serve = _on_schedule if declaration.kind is Kind.SCHEDULED else _on_call
    return functions_framework.http(_named(declaration, serve(declaration, runtime)))


def _on_call(declaration: Declaration, runtime: Callable[[], Runtime]) -> Callable[[Request], Response]:
    return lambda request: runtime().door.call(declaration, request)


def _on_schedule(declaration: Declaration, runtime: Callable[[], Runtime]) -> Callable[[Request], Response]:
    def run(request: Request) -> Response:
        ports = runtime()
        began: list[datetime] = []

        def key() -> tuple[str, None]:
            now = ports.clock.now()
            began.append(now)  # the caller is known
            # The run's key is its minute, so that a scheduler that calls twice runs it once.
            return rfc3339(now.replace(second=0, microsecond=0)), None

        response = ports.door.inner(declaration, request, key)
        for at in began:
            failure = response.status if response.status_code >= _ERROR else ""
            note_run(ports.records, ScheduleRun(declaration.target, at, ports.clock.now(), failure))
        return response

    return run


def _on_event(declaration: Declaration, runtime: Callable[[], Runtime]) -> Callable[[CloudEvent], None]:
    def receive(event: CloudEvent) -> None:
        push = _Push(declaration, event, runtime().attempts)
        response = runtime().door.inner(declaration, request, push.read)
        if not push.is_settled(response):
            abort(response)

    return receive


class _Push:
    """One delivery by Pub/Sub. What is answered with an error comes again, so its failures are counted here."""

    def __init__(self, declaration: Declaration, event: CloudEvent, attempts: Attempts) -> None:
        self._declaration = declaration
        self._event = event
        self._attempts = attempts
        self._envelope: EventEnvelope | None = None
        self._earlier: DeliveryState | None = None

    def read(self) -> tuple[str, Any]:
        """Return our envelope's id and event: the CloudEvent's message holds it, base64 of JSON.

        The event is None when it is not for this subscriber, or dead: it is accepted all the same.
        """
        envelope, target = codec.decode_json(EventEnvelope, _message(self._event)), self._declaration.target
        if _only_for(self._event) not in {None, target}:
            return envelope.id, None
        self._envelope = envelope
        self._earlier = self._attempts.state(target, envelope)
        is_dead = self._earlier is DeliveryState.DEAD
        return envelope.id, None if is_dead else event_payload(self._declaration, envelope)

    def is_settled(self, response: Response) -> bool:
        """Count what came of it; whether it must not come again."""
        failed, envelope = response.status_code >= _ERROR, self._envelope
        if envelope is None:  # not from our bus, nothing of ours, or for another alone
            return not failed
        if failed:
            return self._attempts.failed(self._declaration.target, envelope, response.status)
        if self._earlier is DeliveryState.WAITING:
            self._attempts.succeeded(self._declaration.target, envelope)
        return True


def _message(event: CloudEvent) -> bytes:
    try:
        return base64.b64decode(event.data["message"]["data"], validate=True)
    except (KeyError, TypeError, ValueError):
        raise codec.Malformed from None


def _only_for(event: CloudEvent) -> str | None:
    """Return the one subscriber that the message is for, when it is not for all."""
    attributes: dict[str, str] = event.data["message"].get("attributes") or {}
    return attributes.get(ONLY_FOR)


def _named(declaration: Declaration, function: Callable[..., Any]) -> Callable[..., Any]:
    function.__name__ = function.__qualname__ = declaration.target
    return function
