"""Records: JSON documents by collection and key, transactions, declared queries.

The contract, the same for every adapter:

- A body is a JSON object. What is read is what was written; the caller may not change it in place.
- ``transact(work)`` runs ``work(transaction)`` so that all its writes happen or none, as if alone (serializable).
  The work may be run more than once: it acts only through its transaction. All reads come before the first write.
- Every document that a work got, present or absent, is guarded: had another changed it meanwhile, the work is re-run.
- ``create`` of a key that exists ends the transaction with ``AlreadyExists``; a work must not catch it.
- A work may also read the store itself (a peek): it sees committed data and guards nothing.
- A work that raises leaves nothing behind; its exception reaches the caller of ``transact``.
- Too much contention ends in ``Busy``; nothing was written then.
- ``transact(work, series=True)`` is for number series: a promise that each document got is also written and nothing is
  queried, which lets a store use preconditions instead of locks on one hot document; else ``SeriesMisused``. A work
  that writes nothing promised nothing: it found that all is done.
- A query must have a declared shape, else ``UndeclaredQuery``; `BY_KEY` alone may be asked of every collection.
- A read after a write is ``ReadAfterWrite``, a query too.
- A shape of words finds documents of which ``contains_any`` holds a token and ``words`` a word that begins with the one
  typed, or, where a slip is to be forgiven, one whose first letters are those typed but for one. It may find more than
  that, never less but of a document's last words; whoever asks looks at what was found.
- Query results are ordered by the order field, then by key, both in the query's direction; a document that lacks the
  order field, or an array that holds none of the tokens, is not in the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from shared.rules.search_words import slips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
Body = dict[str, Any]
Scalar = str | int | bool

MAX_TOKENS = 30  # Firestore: at most 30 disjunctions in one query


class RecordsError(Exception):
    """Base of what a record store raises."""


class AlreadyExists(RecordsError):
    """The key to be created is taken."""


class Busy(RecordsError):
    """Too many at once on the same document; the caller may try again in a second."""


class UndeclaredQuery(RecordsError):
    """A query without a declared shape: a mistake in the program."""


class ReadAfterWrite(RecordsError):
    """A work read after its first write: a mistake in the program."""


class SeriesMisused(RecordsError):
    """A series work got a document that it did not write: a mistake in the program."""


class KeyRefused(RecordsError):
    """A key that not every store can hold."""


_MAX_KEY_BYTES = 500


def check_key(key: str) -> None:
    """Refuse a key that Firestore could not hold, on every store alike (Firestore: constraints on document ids)."""
    reserved = key in {"", ".", ".."} or "/" in key or (key.startswith("__") and key.endswith("__"))
    if reserved or len(key.encode(errors="surrogatepass")) > _MAX_KEY_BYTES or not key.isprintable():
        message = f"no key for a document: {key[:60]!r}"
        raise KeyRefused(message)


@dataclass(frozen=True, slots=True)
class Shape:
    """The declared form of a query: becomes one index in each store.

    ``equal`` are dotted paths compared for equality; ``contains_any`` is the path of an array of tokens; ``order`` is
    the path that orders, and the only one that a range may bound ("" orders by key alone). ``words`` is the path of an
    array of words, the most telling first, asked for together with ``contains_any``.
    """

    equal: tuple[str, ...] = ()
    contains_any: str = ""
    order: str = ""
    descending: bool = False
    words: str = ""


BY_KEY = Shape()


@dataclass(frozen=True, slots=True)
class Collection:
    """A named set of documents and the shapes of the queries that may be asked of it.

    ``remember_missing`` lets a cache remember also that a document is not there.
    """

    name: str
    shapes: tuple[Shape, ...] = ()
    remember_missing: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page ended: the order value (None when ordered by key) and the key of its last document."""

    value: Scalar | None
    key: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question of a declared shape. ``low`` is inclusive, ``high`` exclusive, both on the order path."""

    collection: Collection
    shape: Shape
    equal: tuple[Scalar, ...] = ()
    tokens: tuple[str, ...] = ()
    low: Scalar | None = None
    high: Scalar | None = None
    after: Position | None = None
    limit: int = 25
    typed: str = ""
    slip: bool = False

    def check(self) -> None:
        """Refuse a question that was not declared or does not fit its shape, alike for every store."""
        fits = (
            self.shape in (BY_KEY, *self.collection.shapes)
            and len(self.equal) == len(self.shape.equal)
            and bool(self.tokens) == bool(self.shape.contains_any)
            and len(self.tokens) <= MAX_TOKENS
            and self._fits_words()
            and (bool(self.shape.order) or (self.low is None and self.high is None))
        )
        if not fits:
            message = f"no such query on {self.collection.name}: {self.shape}"
            raise UndeclaredQuery(message)

    def _fits_words(self) -> bool:
        if not self.shape.words:
            return not self.typed and not self.slip
        asked = len(slips(self.typed)) if self.slip else 1
        is_word = self.typed.isascii() and self.typed.isalnum()
        return is_word and 0 < asked * len(self.tokens) <= MAX_TOKENS


@dataclass(frozen=True, slots=True)
class Document:
    """A stored body under its key."""

    key: str
    body: Body


class Reads(Protocol):
    """What may be asked, inside and outside a transaction."""

    def get(self, collection: Collection, key: str) -> Body | None:
        """Return the body, or None."""
        ...

    def query(self, query: Query) -> list[Document]:
        """Return at most ``query.limit`` documents in order."""
        ...

    def count(self, query: Query, up_to: int) -> int:
        """Return how many documents match, at most ``up_to``; ``after`` and ``limit`` do not apply."""
        ...


class Transaction(Reads, Protocol):
    """The view and the writes of one work."""

    def expect(self, wanted: Iterable[tuple[Collection, str]]) -> None:
        """Be told which documents the work is about to get; a store that is far away fetches them in one round trip.

        It changes no answer. What is expected and not got may guard the commit like what was got. Works of a series
        that expect the same first may be let wait for one another.
        """
        ...

    def create(self, collection: Collection, key: str, body: Body) -> None:
        """Write a document whose key must be free."""
        ...

    def put(self, collection: Collection, key: str, body: Body) -> None:
        """Write a document, new or instead of the old one."""
        ...

    def delete(self, collection: Collection, key: str) -> None:
        """Remove a document; one that is not there is no error."""
        ...


class Records(Reads, Protocol):
    """A record store."""

    def get_many(self, collection: Collection, keys: Iterable[str]) -> dict[str, Body]:
        """Return the committed bodies that are there, by key: a store that is far away needs few round trips."""
        ...

    def transact(self, work: Callable[[Transaction], T], *, series: bool = False) -> T:
        """Run the work in one transaction and return its value after the commit is durable."""
        ...

    def close(self) -> None:
        """Let go of connections; the store may be opened again."""
        ...
