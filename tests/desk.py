"""The Desk: where a test gives records, calls operations and sees what came of it.

It goes the kernel's own path on a real store. Every transaction's work is run twice, as a conflict would make it, and
only the second run is committed: an operation that is not safe to run twice fails here.
"""

from __future__ import annotations

import itertools
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Request
from werkzeug.test import Client, EnvironBuilder

from shared import codec
from shared.actor import ActorKind
from shared.adapters.due_timers import WAKE_UPS, DueTimers
from shared.adapters.embedded.file_door import FileDoor
from shared.adapters.embedded.file_links import FileLinks
from shared.adapters.embedded.folder_documents import FolderDocuments
from shared.adapters.embedded.local_machine import LocalMachine
from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.local_identity import LocalIdentity
from shared.adapters.local_signer import LocalSigner
from shared.adapters.queue_bus import QueueBus
from shared.directory.model import (
    APPOINTMENTS,
    ORGANISATIONS,
    PERSONS,
    POSITIONS,
    Organisation,
    OrganisationKind,
    Person,
    Position,
)
from shared.directory.standing import ROLES, Role
from shared.kernel import catalogue, execute
from shared.kernel.catalogue import Declaration, Kind
from shared.kernel.context import Call
from shared.kernel.http import Door, event_payload, run_inner
from shared.kernel.journal import JOURNAL, TO_RELAY, JournalRow, Relay, relay_events
from shared.kernel.problems import KeyReused
from shared.refusals import InvalidField, Refusal
from shared.rules.appointment import Appointment, AppointmentKind
from tests.quick_hasher import quick_hasher
from tests.twice_records import TwiceRecords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from flask import Response

    from shared.actor import Actor
    from shared.cookies import Cookie
    from shared.events.event import Event, EventEnvelope
    from shared.kernel.collections import ListQuery, TypedCollection
    from shared.permissions import Permission
    from shared.ports.machine import Machine
    from shared.ports.mail import Mail
    from shared.ports.records import Reads, Records, Scalar, Transaction
    from shared.ports.sign_in_issuer import SignInIssuer
    from shared.ports.signer import Enrolment, Signer
    from shared.values import Secret

T = TypeVar("T")
E = TypeVar("E", bound="Event")

MORNING = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)  # 08.30 WIB on a Tuesday


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        """Stand at that moment."""
        self._now = now

    def pass_(self, **time: float) -> None:
        """Let so much time pass: ``pass_(minutes=5)``."""
        self._now += timedelta(**time)


class UndeclaredRefusal(AssertionError):
    """An operation refused by a name that it does not declare."""


class Desk:
    """The ports of a test and the hands that use them."""

    public_url = "https://trowulan.example"
    demo = False
    trusted_proxies = 0
    sign_in_issuer: SignInIssuer | None = None
    mail: Mail | None = None

    def __init__(self, records: Records, folder: Path) -> None:
        """Work on an empty store and an empty folder."""
        self.records: Records = TwiceRecords(records)
        self.cached: Reads = self.records
        self.clock = Clock(MORNING)
        keys = {"0001": "a key of the tests, long enough to sign"}
        self.links = FileLinks(lambda: keys)
        self.documents = FolderDocuments(folder / "documents", self.links)
        self.files = Client(FileDoor(self.documents, self.links, self.clock))
        self.identity = LocalIdentity(lambda: list(keys.values()), self.records, quick_hasher)
        self.bus = QueueBus(self.records, self.clock, self._subscribers, self._deliver)
        self.timers = DueTimers(self.records, WAKE_UPS)
        self.machine: Machine | None = LocalMachine(folder)
        self.authorities = FileAuthorities(folder / "keys")
        local = LocalSigner(self.records, self.authorities, self.clock)
        self.signer: Signer = local
        self.enrolment: Enrolment | None = local
        self.door = Door(self, lambda _: None)
        self._requests = itertools.count(1)  # drawn by many threads

    @property
    def signature_roots(self) -> tuple[str, ...]:
        """Know the office's own authority."""
        return self.authorities.roots()

    def is_heard(self, event_name: str) -> bool:  # noqa: ARG002 -- the port's form
        """Relay everything, so that a test sees it."""
        return True

    # Given

    def given(self, collection: TypedCollection[T], *values: T) -> None:
        """Let these records exist."""
        self.given_together(*((collection, value) for value in values))

    def given_together(self, *records: tuple[TypedCollection[Any], object]) -> None:
        """Let records of several collections exist, at the price of one transaction."""

        def work(transaction: Transaction) -> None:
            for number, (collection, value) in enumerate(records):
                key = collection.key(value) if collection.key else f"given-{number}"
                body = collection.write(value, by="test", at=self.clock.now(), before=None)
                transaction.put(collection.stored, key, body)

        self.records.transact(work)

    def employee(
        self, name: str, *permissions: Permission, organisation: str = "diskominfo", nip: str | None = None
    ) -> Actor:
        """Let a person hold a position of an organisation with these permissions; return them signed in."""
        slug = name.lower().replace(" ", "-")
        person, post, role = f"p-{slug}", f"post-{slug}", f"role-{slug}"
        self.organisation(organisation)
        since = MORNING.date() - timedelta(days=365)
        self.given_together(
            (PERSONS, Person(person, name, nip)),
            (ROLES, Role(role, name, permissions)),
            (POSITIONS, Position(post, organisation, f"Jabatan {name}", roles=(role,))),
            (APPOINTMENTS, Appointment(post, person, AppointmentKind.DEFINITIF, since)),
        )
        return self.signed_in(person)

    def organisation(self, organisation_id: str, parent_id: str | None = None) -> None:
        """Let an organisation exist; one that is there stays as it is."""
        if self.records.get(ORGANISATIONS.stored, organisation_id) is None:
            name = f"Dinas {organisation_id.title()}"
            organisation = Organisation(organisation_id, OrganisationKind.OPD, name, organisation_id, parent_id)
            self.given(ORGANISATIONS, organisation)

    def signed_in(self, person_id: str, session_id: str = "session", position_id: str = "") -> Actor:
        """Return the person as a call with their token would come, acting as that position or as their first."""
        now = self.clock.now()
        return self.identity.actor(self.identity.access_token(person_id, session_id, now).text, now, position_id)

    # When

    def call(
        self,
        function: Callable[..., Any],
        *payload: object,
        by: Actor,
        key: str = "",
        cookies: Mapping[Cookie, Secret] | None = None,
    ) -> Any:  # noqa: ANN401 -- the operation's own answer
        """Call an operation or a query by its function and return its answer; a refusal is raised."""
        return self.exchange(function, *payload, by=by, key=key, cookies=cookies)[0]

    def exchange(
        self,
        function: Callable[..., Any],
        *payload: object,
        by: Actor,
        key: str = "",
        cookies: Mapping[Cookie, Secret] | None = None,
    ) -> tuple[Any, Call]:
        """Call like `call`; return the answer and the call, which holds the cookies."""
        declaration: Declaration = function.declaration  # type: ignore[attr-defined]  # the decorator gives it
        request_id = f"request-{next(self._requests)}"
        address = by.id if by.kind is ActorKind.GUEST else "127.0.0.1"
        call = Call(by, self.clock.now(), request_id, address, cookies or {})
        try:
            if declaration.kind is Kind.QUERY:
                return execute.query(declaration, payload[0] if payload else None, call, self), call
            encoded = repr(payload).encode()
            command = execute.Command(
                declaration, payload[0] if payload else None, call, self, key or request_id, execute.body_hash(encoded)
            )
            answer = codec.decode_json(declaration.answer, execute.command(command).answer)
        except Refusal as refusal:
            if not isinstance(refusal, (*declaration.refuses, InvalidField, KeyReused)):
                message = f"{declaration.target} refuses with {type(refusal).__name__} and does not declare it"
                raise UndeclaredRefusal(message) from refusal
            raise
        return answer, call

    def request(
        self,
        function: Callable[..., Any],
        *,
        json_body: object = None,
        body: bytes | None = None,
        params: dict[str, str] | None = None,
        method: str = "",
        token: str = "",
        headers: dict[str, str] | None = None,
    ) -> Response:
        """Send an HTTP request to an operation's door."""
        declaration: Declaration = function.declaration  # type: ignore[attr-defined]  # the decorator gives it
        sent = body if body is not None else (json.dumps(json_body).encode() if json_body is not None else b"")
        sent_headers = dict(headers or {})
        if token:
            sent_headers["Authorization"] = f"Bearer {token}"
        builder = EnvironBuilder(
            path=declaration.path,
            method=method or ("POST" if declaration.body else "GET"),
            query_string=params or {},
            data=sent,
            content_type=(headers or {}).get("Content-Type", "application/json" if declaration.body else None),
            headers=list(sent_headers.items()),
            environ_base={"REMOTE_ADDR": "127.0.0.1"},
        )
        return self.door.call(declaration, Request(builder.get_environ()))

    def token(self, actor: Actor) -> str:
        """Return an access token of an employee."""
        return self.identity.access_token(actor.id, actor.session_id, self.clock.now()).text

    def run_scheduled(self, function: Callable[..., Any]) -> None:
        """Run a scheduled function as of the clock's minute."""
        declaration: Declaration = function.declaration  # type: ignore[attr-defined]  # the decorator gives it
        run_inner(declaration, None, self.clock.now().isoformat(), self, f"run-{next(self._requests)}")

    def deliver(self) -> int:
        """Hand every event on its way to its subscribers, until nothing is left; return how many were delivered."""
        delivered = 0
        while relay_events(self.records, self.bus, self.clock.now()):
            delivered += self._work_off()
        return delivered or self._work_off()  # a timer's run has handed its events over by itself

    def deliver_again(self) -> int:
        """Hand every event over once more, as after a crash between the hand-over and its mark."""
        self.bus.publish([event for row in self.journal() for event in row.events])
        return self._work_off()

    # Then

    def found(self, collection: TypedCollection[T], key: str) -> T | None:
        """Return the stored value, or None."""
        body = self.records.get(collection.stored, key)
        return None if body is None else collection.read(body)

    def all(self, collection: TypedCollection[T], query: ListQuery, *equal: Scalar) -> list[T]:
        """Return every stored value that a declared list of equality finds."""
        asked = collection.question(query, equal=equal, limit=1000)
        return [collection.read(document.body) for document in self.records.query(asked)]

    def announced(self, event: type[E]) -> list[E]:
        """Return the events of a kind that commands have told, in order."""
        return [
            codec.decode_stored(event, envelope.data)
            for row in self.journal()
            for envelope in row.events
            if envelope.name == event.event_name()
        ]

    def journal(self) -> list[JournalRow]:
        """Return all journal rows in order of time."""
        rows = [row for relay in Relay for row in self.all(JOURNAL, TO_RELAY, relay.value)]
        return sorted(rows, key=lambda row: row.at)

    def _subscribers(self, event_name: str) -> tuple[str, ...]:
        return tuple(it.target for it in _listening() if any(event.event_name() == event_name for event in it.events))

    def _work_off(self) -> int:
        self.clock.pass_(seconds=1)  # what was queued at this moment is due from the next on
        return sum(self.bus.work_off(declaration.target) for declaration in _listening())

    def _deliver(self, target: str, envelope: EventEnvelope) -> None:
        declaration = catalogue.find(target)
        assert declaration is not None
        run_inner(declaration, event_payload(declaration, envelope), envelope.id, self, envelope.id)


def _listening() -> Iterator[Declaration]:
    return (it for it in catalogue.everything() if it.kind in {Kind.REACTION, Kind.EFFECT})
