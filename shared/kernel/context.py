"""What an operation may reach: records, the directory, the moment, and nothing else."""

from __future__ import annotations

import itertools
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from shared import codec
from shared.actor import ActorKind
from shared.events.event import EventEnvelope
from shared.kernel.problems import Stale
from shared.refusals import RecordMissing
from shared.rules.calendar import clock_time, parse_rfc3339
from shared.values import Secret, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from shared.actor import Actor
    from shared.cookies import Cookie
    from shared.directory.directory import Directory
    from shared.events.event import Event
    from shared.kernel.collections import Bounds, ListQuery, Page, TypedCollection
    from shared.ports.ports import Ports
    from shared.ports.records import Body, Reads, Transaction

T = TypeVar("T")

_PAGE_AT_MOST = 100


@dataclass(slots=True)
class Call:
    """The facts of one call that do not depend on the operation."""

    actor: Actor
    now: datetime
    request_id: str
    address: str = ""
    cookies: Mapping[Cookie, Secret] = field(default_factory=dict)  # those of ours that the browser sent along
    agent: str = ""  # what the browser says of itself
    new_cookies: dict[Cookie, Secret | None] = field(default_factory=dict)  # None: the browser is to forget it


class ReadContext:
    """What a query, an effect and the step outside a transaction may reach."""

    def __init__(self, call: Call, ports: Ports, reads: Reads) -> None:
        """Look at records through ``reads``."""
        self.call = call
        self.actor = call.actor
        self.now = call.now
        self.ports = ports
        self._reads = reads
        self._loaded: dict[tuple[str, str], Body | None] = {}

    @property
    def directory(self) -> Directory:
        """Return the directory of people and organisations as of the day of the call."""
        from shared.directory.directory import Directory  # noqa: PLC0415 -- a cold start without it pays nothing

        return Directory(self.ports.cached, self.now)

    def find(self, collection: TypedCollection[T], key: str, *, right_from: str = "") -> T | None:
        """Return the record, or None when there is none or the caller is not among its readers.

        An operation whose right to the record comes from elsewhere says from where in ``right_from``.
        """
        body = self.body(collection, key)
        if body is None or not (right_from or self._may_read(collection, body)):
            return None
        return collection.read(body)

    def get(self, collection: TypedCollection[T], key: str, *, right_from: str = "") -> T:
        """Return the record. Raises RecordMissing where `find` returns None."""
        found = self.find(collection, key, right_from=right_from)
        if found is None:
            raise RecordMissing("Periksa alamatnya, atau minta tautan baru kepada pengirimnya.")
        return found

    def body(self, collection: TypedCollection[Any], key: str) -> Body | None:
        """Return the stored body with its envelope, for the kernel; an operation gets and finds."""
        found = self._reads.get(collection.stored, key)
        self._loaded[collection.name, key] = found
        return found

    def version(self, collection: TypedCollection[Any], key: str) -> int:
        """Return the version of a record that was got or found before."""
        body = self._loaded[collection.name, key]
        return int(body["version"]) if body else 0

    def changed_at(self, collection: TypedCollection[Any], key: str) -> datetime:
        """Return when a record that was got or found before was written last."""
        body = self._loaded[collection.name, key]
        return parse_rfc3339(body["updated_at"]) if body else self.now

    def peek(self, collection: TypedCollection[T], key: str) -> T | None:
        """Return a record that may be a minute old, without guarding it: secrets and directory data."""
        body = self.ports.cached.get(collection.stored, key)
        return None if body is None else collection.read(body)

    def list(
        self,
        collection: TypedCollection[T],
        query: ListQuery,
        *,
        cursor: str | None = None,
        limit: int = 25,
        right_from: str = "",
        **asked: Unpack[Bounds],
    ) -> Page[tuple[str, T]]:
        """Return a page of keys and values; a listable collection shows only what the caller may read."""
        asked["tokens"] = self._tokens(collection, query, asked.get("tokens", ()), right_from)
        question = collection.question(query, cursor=cursor, limit=min(limit, _PAGE_AT_MOST), **asked)
        documents = self._reads.query(question)
        self._loaded.update({(collection.name, document.key): document.body for document in documents})
        return collection.page(documents, question)

    def every(
        self, collection: TypedCollection[T], query: ListQuery, *, right_from: str = "", **asked: Unpack[Bounds]
    ) -> Iterator[tuple[str, T]]:
        """Yield all keys and values of a list, reading a page when it is reached; in a command, before any write."""
        cursor: str | None = None
        while True:
            page = self.list(collection, query, cursor=cursor, limit=_PAGE_AT_MOST, right_from=right_from, **asked)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def count(
        self,
        collection: TypedCollection[Any],
        query: ListQuery,
        *,
        up_to: int = 1000,
        right_from: str = "",
        **asked: Unpack[Bounds],
    ) -> int:
        """Return how many match, at most ``up_to``."""
        asked["tokens"] = self._tokens(collection, query, asked.get("tokens", ()), right_from)
        return self._reads.count(collection.question(query, **asked), up_to)

    def _tokens(
        self, collection: TypedCollection[Any], query: ListQuery, asked: tuple[str, ...], right_from: str
    ) -> tuple[str, ...]:
        if query.of_service:
            if self.actor.kind is not ActorKind.SERVICE:
                message = f"{collection.name}: this list is for our own services"
                raise TypeError(message)
            return asked
        if collection.readers:
            return self.actor.reader_tokens()
        if not right_from:
            message = f"{collection.name} has no readers: say where the right to list it comes from"
            raise TypeError(message)
        return asked

    def _may_read(self, collection: TypedCollection[Any], body: Body) -> bool:
        if not collection.readers:
            message = f"{collection.name} has no readers: say where the right to read it comes from"
            raise TypeError(message)
        return not set(self.actor.reader_tokens()).isdisjoint(body["readers"])


class Context(ReadContext):
    """What a command may reach, inside its transaction: also writes and events."""

    def __init__(self, call: Call, ports: Ports, transaction: Transaction, caused_by: str) -> None:
        """Act through the transaction; ids are drawn from the request, so that a re-run draws the same."""
        super().__init__(call, ports, transaction)
        self._transaction = transaction
        self._caused_by = caused_by
        self._serial = itertools.count(1)
        self.events: list[EventEnvelope] = []
        self.has_written = False

    def new_id(self) -> str:
        """Return the next id of this request: unguessable, and the same when the transaction is re-run."""
        return fingerprint(self.call.request_id, str(next(self._serial)))[:20]

    def new_secret(self) -> Secret:
        """Return a fresh secret of 256 bits."""
        return Secret(secrets.token_urlsafe(32))

    def create(self, collection: TypedCollection[T], value: T) -> str:
        """Write a new record and return its key."""
        key = collection.key(value) if collection.key else self.new_id()
        self.write(collection, key, value, None)
        return key

    def put(self, collection: TypedCollection[T], value: T, *, seen: int | None = None) -> None:
        """Write the next version of a record that was got or found before, or was found missing.

        ``seen`` is the version that the caller decided on. Raises Stale when it is no longer the present one.
        """
        key = collection.key(value) if collection.key else self.new_id()
        before = self._loaded[collection.name, key]
        if seen is not None and before is not None and before["version"] != seen:
            self._refuse_stale(before)
        self.write(collection, key, value, before)

    def delete(self, collection: TypedCollection[Any], key: str) -> None:
        """Take a record away that was got or found before; the journal keeps who did it."""
        self._transaction.delete(collection.stored, key)
        self.has_written = True

    def write(self, collection: TypedCollection[T], key: str, value: T, before: Body | None) -> None:
        """Write a record under its key: new, or instead of what was read before."""
        body = collection.write(value, by=self.actor.id, at=self.now, before=before)
        if before is None:
            self._transaction.create(collection.stored, key, body)
        else:
            self._transaction.put(collection.stored, key, body)
        self.has_written = True

    def emit(self, event: Event, *, organisation_id: str = "") -> None:
        """Tell the other systems, once the transaction is committed."""
        self.events.append(
            EventEnvelope(
                id=f"{self._caused_by}.{len(self.events) + 1}",
                name=event.event_name(),
                at=self.now,
                actor=self.actor.id,
                organisation_id=organisation_id or self.actor.organisation_id,
                caused_by=self._caused_by,
                data=cast("dict[str, Any]", codec.encode_answer(type(event), event)),
            )
        )

    def _refuse_stale(self, before: Body) -> None:
        changed_at = parse_rfc3339(before["updated_at"])
        by = self.directory.person_name(before["updated_by"])
        detail = f"Diubah oleh {by} pukul {clock_time(changed_at)}. Muat ulang, lalu ulangi perubahan Anda."
        raise Stale(detail, changed_by=by, changed_at=changed_at)
