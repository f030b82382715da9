"""From an HTTP request to an operation and back: the checks that come before it, in their order."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shared import codec, cookies, responses
from shared.actor import Proof, guest, service
from shared.client_address import client_address
from shared.events.event import EventEnvelope
from shared.kernel import execute, problems
from shared.kernel.catalogue import Kind
from shared.kernel.context import Call, ReadContext
from shared.kernel.limits import Limiter
from shared.permissions import Openness
from shared.ports.identity import AS_POSITION, NotSignedIn
from shared.ports.ports import Ports
from shared.ports.records import Busy
from shared.refusals import Refusal

if TYPE_CHECKING:
    from flask import Request, Response

    from shared.actor import Actor
    from shared.kernel.catalogue import Declaration

MAX_BODY = 64 * 1024

_log = logging.getLogger("trowulan")


class _Stopped(Exception):
    """A check before the operation says no."""

    def __init__(self, problem: problems.Problem) -> None:
        super().__init__(problem.slug)
        self.problem = problem


class Door:
    """The HTTP side of one process: every public call comes through `call`, every inner one through `inner`."""

    def __init__(self, ports: Ports, committed: Callable[[str], None]) -> None:
        """Answer from the ports; ``committed`` is told after each commit which journal row left events, if any."""
        self._ports = ports
        self._committed = committed
        self._limiter = Limiter()

    def call(self, declaration: Declaration, request: Request) -> Response:
        """Answer one public call; nothing escapes as an exception."""
        request_id = secrets.token_hex(16)
        return self._answer(request_id, lambda: self._public(declaration, request, request_id))

    def inner(self, declaration: Declaration, request: Request, read: Callable[[], tuple[str, Any]]) -> Response:
        """Answer one inner call (a reaction, an effect, a scheduled run) of our own services alone.

        ``read`` returns the run's key and payload; it is called only after the caller's token was believed.
        """
        request_id = secrets.token_hex(16)
        return self._answer(request_id, lambda: self._inner(declaration, request, request_id, read))

    def _answer(self, request_id: str, serve: Callable[[], Response]) -> Response:
        try:
            return _refusing(serve)
        except _Stopped as stopped:
            problem = stopped.problem
        except codec.Malformed:
            problem = problems.MALFORMED
        except codec.Invalid as invalid:
            problem = problems.invalid(invalid.errors)
        except Busy:
            problem = problems.BUSY
        except Exception:  # noqa: BLE001 -- nothing may escape: the framework would answer with its inside
            _log.exception("request failed", extra={"request_id": request_id})
            problem = problems.internal(request_id[:8])
        return responses.problem(problem, request_id)

    def _public(self, declaration: Declaration, request: Request, request_id: str) -> Response:
        method = "POST" if declaration.body else "GET"
        if request.method != method and not (method == "GET" and request.method == "HEAD"):
            raise _Stopped(problems.wrong_method(method))
        body = _read_body(request) if declaration.body else b""
        now, address = self._ports.clock.now(), client_address(request, self._ports.trusted_proxies)
        actor = self._actor(request, declaration, address)
        call = Call(actor, now, request_id, address, cookies.read(request), request.headers.get("User-Agent", ""))
        seconds = self._limiter.wait(declaration.target, declaration.limit, declaration.limit.caller(call))
        if seconds:
            raise _Stopped(problems.too_many(seconds))
        payload = _payload(declaration, request, body)
        if declaration.kind is Kind.QUERY:
            answer = execute.query(declaration, payload, call, self._ports)
            return responses.answered(declaration.answer, answer, request)
        key = request.headers.get("Idempotency-Key") or request_id
        command = execute.Command(declaration, payload, call, self._ports, key, execute.body_hash(body))
        outcome = execute.command(command)
        self._committed(outcome.to_relay)
        response = responses.json(outcome.answer)
        cookies.write(response, call.new_cookies)
        return response

    def _inner(
        self, declaration: Declaration, request: Request, request_id: str, read: Callable[[], tuple[str, Any]]
    ) -> Response:
        now = self._ports.clock.now()
        if not self._ports.identity.is_service_token(_bearer(request), declaration.target, now):
            raise _Stopped(problems.NOT_SIGNED_IN)
        key, payload = read()
        if payload is not None or declaration.kind is Kind.SCHEDULED:
            self._committed(run_inner(declaration, payload, key, self._ports, request_id))
        return responses.json(b"{}")

    def _actor(self, request: Request, declaration: Declaration, address: str) -> Actor:
        permission, token = declaration.permission, _bearer(request)
        if permission is Openness.PUBLIC:
            return guest(address)
        try:
            actor = self._ports.identity.actor(token, self._ports.clock.now(), request.headers.get(AS_POSITION, ""))
        except NotSignedIn:
            raise _Stopped(problems.NOT_SIGNED_IN) from None
        devices = {Proof.DISPLAY_TOKEN: Openness.HALL_DISPLAY, Proof.KIOSK_TOKEN: Openness.KIOSK}
        if devices.get(actor.proof) is not (permission if permission in devices.values() else None):
            raise _Stopped(problems.NOT_SIGNED_IN)
        if not isinstance(permission, Openness) and permission not in actor.permissions:
            raise _Stopped(replace(problems.NOT_PERMITTED, facts={"permission": permission}))
        return actor


def run_inner(declaration: Declaration, payload: Any, key: str, ports: Ports, request_id: str) -> str:
    """Run a reaction, an effect or a scheduled function; return the journal row whose events wait, if one does."""
    call = Call(service(declaration.target), ports.clock.now(), request_id)
    command = execute.Command(declaration, payload, call, ports, key)
    if declaration.kind is Kind.EFFECT:
        execute.effect(command)
    elif not declaration.journaled:
        declaration.function(ReadContext(call, ports, ports.records))
    else:
        return execute.command(command).to_relay
    return ""


def event_payload(declaration: Declaration, envelope: EventEnvelope) -> Any:
    """Return the event that a subscriber listens to, or None when it is not for it (the filter, re-checked)."""
    for kind in declaration.events:
        if kind.event_name() == envelope.name:
            return codec.decode_stored(kind, envelope.data)
    return None


def _refusing(serve: Callable[[], Response]) -> Response:
    try:
        return serve()
    except Refusal as refusal:
        raise _Stopped(problems.of_refusal(refusal, codec.encode_facts(refusal.facts))) from None


def _read_body(request: Request) -> bytes:
    if request.mimetype != "application/json":
        raise _Stopped(problems.UNSUPPORTED)
    if (request.content_length or 0) > MAX_BODY:
        raise _Stopped(problems.TOO_LARGE)
    body: bytes = request.stream.read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        raise _Stopped(problems.TOO_LARGE)
    return body


def _payload(declaration: Declaration, request: Request, body: bytes) -> Any:
    kind = declaration.payload
    if kind is None:
        return None
    if declaration.body:
        return codec.decode_json(kind, body)
    if declaration.page and request.path.startswith(f"{declaration.page}/"):
        [name] = kind.__dataclass_fields__
        return codec.decode_strings(kind, {name: request.path.removeprefix(f"{declaration.page}/")})
    return codec.decode_strings(kind, request.args)


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme == "Bearer" else ""
