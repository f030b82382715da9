"""What an operation may reach: records, the directory, the moment, and nothing else."""

from __future__ import annotations

import itertools
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, cast

from shared import codec
from shared.actor import ActorKind
from shared.events.event import EventEnvelope
from shared.kernel.problems import Stale
from shared.refusals import RecordMissing
from shared.rules.calendar import clock_time, parse_rfc3339
from shared.values import Secret, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from shared.actor import Actor
    from shared.directory.directory import Directory
    from shared.events.event import Event
    from shared.kernel.collections import ListQuery, Page, TypedCollection
    from shared.ports.ports import Ports
    from shared.ports.records import Body, Reads, Scalar, Transaction

T = TypeVar("T")

_PAGE_AT_MOST = 100


@dataclass(slots=True)
class Call:
    """The facts of one call that do not depend on the operation."""

    actor: Actor
    now: datetime
    request_id: str
    address: str = ""
    cookie: Secret | None = None  # the refresh token that the browser sent along
    new_cookie: Secret | None = None
    forget_cookie: bool = False


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
        body = self._load(collection, key)
        if body is None or not (right_from or self._may_read(collection, body)):
            return None
        return collection.read(body)

    def get(self, collection: TypedCollection[T], key: str, *, right_from: str = "") -> T:
        """Return the record. Raises RecordMissing where `find` returns None."""
        found = self.find(collection, key, right_from=right_from)
        if found is None:
            raise RecordMissing("Periksa alamatnya, atau minta tautan baru kepada pengirimnya.")
        return found

    def version(self, collection: TypedCollection[Any], key: str) -> int:
        """Return the version of a record that was got or found before."""
        body = self._loaded[collection.name, key]
        return int(body["version"]) if body else 0

    def peek(self, collection: TypedCollection[T], key: str) -> T | None:
        """Return a record that may be a minute old, without guarding it: secrets and directory data."""
        body = self.ports.cached.get(collection.stored, key)
        return None if body is None else collection.read(body)

    def list(  # noqa: PLR0913 -- the parts of a question, all named
        self,
        collection: TypedCollection[T],
        query: ListQuery,
        *,
        equal: tuple[Scalar, ...] = (),
        tokens: tuple[str, ...] = (),
        low: Scalar | datetime | None = None,
        high: Scalar | datetime | None = None,
        cursor: str | None = None,
        limit: int = 25,
        right_from: str = "",
    ) -> Page[tuple[str, T]]:
        """Return a page of keys and values; a listable collection shows only what the caller may read."""
        asked = collection.question(
            query,
            equal=equal,
            tokens=self._tokens(collection, query, tokens, right_from),
            low=low,
            high=high,
            cursor=cursor,
            limit=min(limit, _PAGE_AT_MOST),
        )
        documents = self._reads.query(asked)
        self._loaded.update({(collection.name, document.key): document.body for document in documents})
        return collection.page(documents, asked)

    def every(
        self,
        collection: TypedCollection[T],
        query: ListQuery,
        *,
        equal: tuple[Scalar, ...] = (),
        tokens: tuple[str, ...] = (),
        right_from: str = "",
    ) -> Iterator[tuple[str, T]]:
        """Yield all keys and values of a list, reading a page when it is reached; in a command, before any write."""
        cursor: str | None = None
        while True:
            page = self.list(
                collection,
                query,
                equal=equal,
                tokens=tokens,
                cursor=cursor,
                limit=_PAGE_AT_MOST,
                right_from=right_from,
            )
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def count(
        self,
        collection: TypedCollection[Any],
        query: ListQuery,
        *,
        equal: tuple[Scalar, ...] = (),
        up_to: int = 1000,
        right_from: str = "",
    ) -> int:
        """Return how many match, at most ``up_to``."""
        tokens = self._tokens(collection, query, (), right_from)
        return self._reads.count(collection.question(query, equal=equal, tokens=tokens), up_to)

    def _tokens(
        self, collection: TypedCollection[Any], query: ListQuery, asked: tuple[str, ...], right_from: str
    ) -> tuple[str, ...]:
        if query.of_service:
            if self.actor.kind is not ActorKind.SERVICE:
                message = f"{collection.name}: this list is for our own services"
                raise TypeError(message)
            return ()
        if collection.readers:
            return self.actor.reader_tokens()
        if not right_from:
            message = f"{collection.name} has no readers: say where the right to list it comes from"
            raise TypeError(message)
        return asked

    def _load(self, collection: TypedCollection[Any], key: str) -> Body | None:
        body = self._reads.get(collection.stored, key)
        self._loaded[collection.name, key] = body
        return body

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

    def new_id(self) -> str:
        """Return the next id of this request: unguessable, and the same when the transaction is re-run."""
        return fingerprint(self.call.request_id, str(next(self._serial)))[:20]

    def new_secret(self) -> Secret:
        """Return a fresh secret of 256 bits."""
        return Secret(secrets.token_urlsafe(32))

    def create(self, collection: TypedCollection[T], value: T) -> str:
        """Write a new record and return its key."""
        key = collection.key(value) if collection.key else self.new_id()
        body = collection.write(value, by=self.actor.id, at=self.now, before=None)
        self._transaction.create(collection.stored, key, body)
        return key

    def put(self, collection: TypedCollection[T], value: T, *, seen: int | None = None) -> None:
        """Write the next version of a record that was got or found before.

        ``seen`` is the version that the caller decided on. Raises Stale when it is no longer the present one.
        """
        key = collection.key(value) if collection.key else self.new_id()
        before = self._loaded[collection.name, key]
        if seen is not None and before is not None and before["version"] != seen:
            self._refuse_stale(before)
        self._transaction.put(
            collection.stored, key, collection.write(value, by=self.actor.id, at=self.now, before=before)
        )

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
