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
from shared.rules.calendar import rfc3339

if TYPE_CHECKING:
    from collections.abc import Callable

    from cloudevents.http import CloudEvent
    from flask import Request, Response

    from shared.entry import Runtime
    from shared.kernel.catalogue import Declaration

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
    def key() -> tuple[str, None]:
        # The run's key is its minute, so that a scheduler that calls twice runs it once.
        return rfc3339(runtime().clock.now().replace(second=0, microsecond=0)), None

    return lambda request: runtime().door.inner(declaration, request, key)


def _on_event(declaration: Declaration, runtime: Callable[[], Runtime]) -> Callable[[CloudEvent], None]:
    def receive(event: CloudEvent) -> None:
        response = runtime().door.inner(declaration, request, lambda: _read(declaration, event))
        if response.status_code >= _ERROR:
            abort(response)

    return receive


def _read(declaration: Declaration, event: CloudEvent) -> tuple[str, Any]:
    """Return our envelope's id and event: a Pub/Sub push is a CloudEvent whose message holds it, base64 of JSON.

    The event is None when it is not for this subscriber; it is accepted all the same, so that it is not sent again.
    """
    envelope = codec.decode_json(EventEnvelope, base64.b64decode(event.data["message"]["data"]))
    return envelope.id, event_payload(declaration, envelope)


def _named(declaration: Declaration, function: Callable[..., Any]) -> Callable[..., Any]:
    function.__name__ = function.__qualname__ = declaration.target
    return function
