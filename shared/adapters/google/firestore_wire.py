"""Firestore's own calls in the words of the records port: protobuf and Google's exceptions end here.

It speaks to the service itself rather than through the library's documents and transactions: those can't begin a
transaction with its first read (one round trip less for each), keep its place in the queue when it is run again, or
replace a whole document on condition that it is unchanged.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from google.api_core import exceptions

from shared.parts import parts_of
from shared.ports.records import Body, Collection, Document, Query, Scalar
from shared.rules.search_words import PAIRS, asked_pairs, pairs

with parts_of("google.cloud.firestore_v1", "google.cloud.firestore_v1.services.firestore"):
    from google.cloud.firestore_v1 import types
    from google.cloud.firestore_v1.services.firestore.client import FirestoreClient
    from google.cloud.firestore_v1.services.firestore.transports.grpc import FirestoreGrpcTransport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SECONDS_PER_CALL = 8.0

_Where = types.StructuredQuery.Filter
_Operator = types.StructuredQuery.FieldFilter.Operator
_Direction = types.StructuredQuery.Direction
_NAME = "__name__"  # how a query calls a document's own name

# Each of them means that the call may be made again. After the last two nobody knows whether a commit was done, which
# is why a command writes a row under a key that its retry finds.
_PASSING = (exceptions.Aborted, exceptions.ServiceUnavailable, exceptions.DeadlineExceeded)


class Contended(Exception):
    """Others were in the way, or the service was; what was asked may be asked again."""


class Taken(Exception):
    """A document that had to be absent is there."""


@dataclass(frozen=True, slots=True)
class Version:
    """A state of a document that a write may be made conditional on; absent is a state too."""

    at: Any = None  # the protobuf time of its last change

    def precondition(self) -> types.Precondition:
        """Return the condition that the document is still in this state."""
        return types.Precondition(exists=False) if self.at is None else types.Precondition(update_time=self.at)


ABSENT = Version()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A document as it was read."""

    version: Version
    fields: Any = None

    def body(self) -> Body | None:
        """Return a body of the caller's own, or None where there is no document."""
        return None if self.version == ABSENT else decode(self.fields)


class Latest:
    """Each read sees the newest committed state."""

    transaction = b""  # of the service, where there is one

    def selector(self) -> dict[str, Any]:
        """Return what tells the service which state to read."""
        return {}

    def note(self, response: Any) -> None:
        """Learn from what the service answered."""

    def again(self) -> Latest:
        """Return the view for another run."""
        return self


class Frozen(Latest):
    """All reads see the state that the first one saw, without locks."""

    def __init__(self) -> None:
        self._time: Any = None

    def selector(self) -> dict[str, Any]:
        """Return the time of the first read, once there was one."""
        return {} if self._time is None else {"read_time": self._time}

    def note(self, response: Any) -> None:
        """Keep the time of the first read."""
        self._time = self._time or response.read_time

    def again(self) -> Latest:
        """Return a view of a newer state."""
        return Frozen()


class Locked(Latest):
    """A transaction of the service, begun by its first read: what it read stays as it is until it ends."""

    def __init__(self, first_try: bytes = b"") -> None:
        """Name the transaction that was tried first: the service keeps its place among those who wait."""
        self._first_try = first_try

    def selector(self) -> dict[str, Any]:
        """Return the transaction, or the wish to begin one."""
        if self.transaction:
            return {"transaction": self.transaction}
        mode = types.TransactionOptions.ReadWrite(retry_transaction=self._first_try)
        return {"new_transaction": types.TransactionOptions(read_write=mode)}

    def note(self, response: Any) -> None:
        """Keep the id that the first read was given."""
        self.transaction = self.transaction or response.transaction

    def again(self) -> Latest:
        """Return the next try."""
        return Locked(self._first_try or self.transaction)


class Wire:
    """A connection to one database."""

    def __init__(self, project: str, database: str, emulator: str) -> None:
        """Connect to Google, or to the emulator at an address like ``127.0.0.1:8080``."""
        self._database = f"projects/{project}/databases/{database}"
        self._documents = f"{self._database}/documents"
        self._api = _emulated(emulator) if emulator else FirestoreClient()

    def close(self) -> None:
        """Close the channel."""
        self._api.transport.close()

    def read(self, paths: Sequence[str], state: Latest) -> dict[str, Snapshot]:
        """Return the documents at ``collection/key``, each by its path."""
        request = {"database": self._database, "documents": list(map(self._name, paths)), **state.selector()}
        snapshots = dict.fromkeys(paths, Snapshot(ABSENT))
        with _translated():
            # A new transaction's id comes in a message of its own, before the documents'.
            for response in self._api.batch_get_documents(request, retry=None, timeout=_SECONDS_PER_CALL):
                state.note(response)
                if "found" in response:
                    found = types.Document.pb(response.found)
                    path = found.name.removeprefix(f"{self._documents}/")
                    snapshots[path] = Snapshot(Version(found.update_time), found.fields)
        return snapshots

    def query(self, query: Query, state: Latest) -> list[Document]:
        """Return the documents that match, in order."""
        structured = self._structured(query)
        structured.limit = query.limit
        if query.after is not None:
            position = [] if query.after.value is None else [_value(query.after.value)]
            position.append(types.Value(reference_value=self._name(f"{query.collection.name}/{query.after.key}")))
            structured.start_at = types.Cursor(values=position, before=False)
        request = {"parent": self._documents, "structured_query": structured, **state.selector()}
        documents = []
        with _translated():
            for response in self._api.run_query(request, retry=None, timeout=_SECONDS_PER_CALL):
                state.note(response)
                if "document" in response:
                    document = types.Document.pb(response.document)
                    documents.append(Document(document.name.rpartition("/")[2], decode(document.fields)))
        return documents

    def count(self, query: Query, up_to: int, state: Latest) -> int:
        """Return how many match, at most ``up_to``."""
        aggregation = types.StructuredAggregationQuery.Aggregation
        counting = types.StructuredAggregationQuery(
            structured_query=self._structured(query),
            aggregations=[aggregation(alias="count", count=aggregation.Count(up_to=up_to))],
        )
        request = {"parent": self._documents, "structured_aggregation_query": counting, **state.selector()}
        number = 0
        with _translated():
            for response in self._api.run_aggregation_query(request, retry=None, timeout=_SECONDS_PER_CALL):
                state.note(response)
                if "result" in response:
                    number = response.result.aggregate_fields["count"].integer_value
        return number

    def written(self, path: str, body: Body, collection: Collection, condition: Version | None) -> types.Write:
        """Return the write that makes the body the whole document."""
        document = types.Document(name=self._name(path))
        fields = types.Document.pb(document).fields
        _encode_fields(fields, body)
        searched = next((it for it in collection.shapes if it.words), None)
        if searched:  # a query can ask for one array alone: each reader is kept with each word
            readers, words = _at(body, searched.contains_any), _at(body, searched.words)
            _encode(fields[PAIRS], pairs(readers, words))
        return types.Write(update=document, current_document=condition and condition.precondition())

    def deleted(self, path: str, condition: Version | None) -> types.Write:
        """Return the write that removes the document."""
        return types.Write(delete=self._name(path), current_document=condition and condition.precondition())

    def commit(self, writes: Iterable[types.Write], transaction: bytes) -> None:
        """Do all the writes or none, at the end of the transaction if there is one."""
        request = {"database": self._database, "writes": list(writes), "transaction": transaction}
        with _translated():
            try:
                self._api.commit(request, retry=None, timeout=_SECONDS_PER_CALL)
            except exceptions.FailedPrecondition as changed:
                raise Contended from changed

    def rollback(self, transaction: bytes) -> None:
        """Let go of the transaction's locks; the service would do so by itself, only later."""
        request = {"database": self._database, "transaction": transaction}
        try:
            self._api.rollback(request, retry=None, timeout=_SECONDS_PER_CALL)
        except exceptions.GoogleAPICallError:
            return

    def _name(self, path: str) -> str:
        return f"{self._documents}/{path}"

    def _structured(self, query: Query) -> types.StructuredQuery:
        shape = query.shape
        direction = _Direction.DESCENDING if shape.descending else _Direction.ASCENDING
        order = [shape.order, _NAME] if shape.order else [_NAME]
        return types.StructuredQuery(
            from_=[types.StructuredQuery.CollectionSelector(collection_id=query.collection.name)],
            where=_all_of(list(_conditions(query))),
            order_by=[types.StructuredQuery.Order(field=_field(path), direction=direction) for path in order],
        )


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except exceptions.AlreadyExists as error:
        raise Taken(error.message) from error
    except _PASSING as error:
        raise Contended(error.message) from error


def _emulated(address: str) -> FirestoreClient:
    import grpc  # type: ignore[import-untyped]  # grpcio brings no types

    # Who says that they are the owner are to the emulator what service accounts are to Google: above the rules.
    owner = grpc.access_token_call_credentials("owner")
    credentials = grpc.composite_channel_credentials(grpc.local_channel_credentials(), owner)
    channel = grpc.secure_channel(address, credentials, options=[("grpc.max_receive_message_length", -1)])
    return FirestoreClient(transport=FirestoreGrpcTransport(channel=channel))


# Queries


def _conditions(query: Query) -> Iterator[types.StructuredQuery.Filter]:
    shape = query.shape
    for path, value in zip(shape.equal, query.equal, strict=True):
        yield _compared(path, _Operator.EQUAL, _value(value))
    if shape.words:
        asked = asked_pairs(query.tokens, query.typed, slip=query.slip)
        tokens = types.Value(array_value=types.ArrayValue(values=[_value(it) for it in asked]))
        yield _compared(PAIRS, _Operator.ARRAY_CONTAINS_ANY, tokens)
    elif shape.contains_any:
        tokens = types.Value(array_value=types.ArrayValue(values=[_value(token) for token in query.tokens]))
        yield _compared(shape.contains_any, _Operator.ARRAY_CONTAINS_ANY, tokens)
    if query.low is not None:
        yield _compared(shape.order, _Operator.GREATER_THAN_OR_EQUAL, _value(query.low))
    if query.high is not None:
        yield _compared(shape.order, _Operator.LESS_THAN, _value(query.high))
    if shape.order and query.low is None and query.high is None:
        # Null is a value to Firestore, sorted before all others; to the port it is as good as absent.
        unary = types.StructuredQuery.UnaryFilter
        yield _Where(unary_filter=unary(field=_field(shape.order), op=unary.Operator.IS_NOT_NULL))


def _compared(path: str, operator: int, value: types.Value) -> types.StructuredQuery.Filter:
    comparison = types.StructuredQuery.FieldFilter(field=_field(path), op=operator, value=value)
    return _Where(field_filter=comparison)


def _all_of(filters: Sequence[types.StructuredQuery.Filter]) -> types.StructuredQuery.Filter | None:
    if not filters:
        return None
    composite = types.StructuredQuery.CompositeFilter
    return _Where(composite_filter=composite(op=composite.Operator.AND, filters=filters))


def _field(path: str) -> types.StructuredQuery.FieldReference:
    return types.StructuredQuery.FieldReference(field_path=path)


def _at(body: Body, path: str) -> list[str]:
    value: Any = body
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value or []


def _value(scalar: Scalar) -> types.Value:
    value = types.Value()
    _encode(types.Value.pb(value), scalar)
    return value


# JSON in Firestore's types. It holds no array directly inside an array and no field whose name is empty or reserved, so
# an inner array becomes a map with one field named "[]", and such names begin with a tilde, as does that of the field
# that we add for search. All else is as it is, so that indexes, exports and the console see ordinary fields.

_INNER_ARRAY = "[]"
_ESCAPE = "~"


def _stored_name(name: str) -> str:
    reserved = (
        name in {"", _INNER_ARRAY, PAIRS} or name.startswith(_ESCAPE) or (name.startswith("__") and name.endswith("__"))
    )
    return _ESCAPE + name if reserved else name


def _encode_fields(fields: Any, body: Body) -> None:
    for name, value in body.items():
        _encode(fields[_stored_name(name)], value)


def _encode(target: Any, value: Any) -> None:
    match value:
        case None:
            target.null_value = 0
        case bool():
            target.boolean_value = value
        case int():
            target.integer_value = value
        case float() if isfinite(value):
            target.double_value = value
        case str():
            target.string_value = value
        case dict():
            target.map_value.SetInParent()  # else an empty map would be no value at all
            _encode_fields(target.map_value.fields, value)
        case list() | tuple():
            target.array_value.SetInParent()
            for item in value:
                element = target.array_value.values.add()
                _encode(element.map_value.fields[_INNER_ARRAY] if isinstance(item, list | tuple) else element, item)
        case _:
            raise ValueError(f"no JSON: {value!r}")


def decode(fields: Any) -> Body:
    """Return the JSON object of a document's or a map's fields."""
    return {name.removeprefix(_ESCAPE): _decode(value) for name, value in fields.items() if name != PAIRS}


def _decode(value: Any) -> Any:
    match value.WhichOneof("value_type"):
        case "null_value":
            return None
        case "map_value":
            return decode(value.map_value.fields)
        case "array_value":
            return [_decode_element(element) for element in value.array_value.values]
        case scalar:
            return getattr(value, scalar)


def _decode_element(element: Any) -> Any:
    inner = element.map_value.fields
    return _decode(inner[_INNER_ARRAY]) if _INNER_ARRAY in inner else _decode(element)
