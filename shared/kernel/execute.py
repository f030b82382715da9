"""The one path of every call: replay or run, commit with its journal row, refuse and keep."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared import codec
from shared.kernel.catalogue import Delivery, Kind
from shared.kernel.context import Context, ReadContext
from shared.kernel.journal import JOURNAL, JournalRow, Relay, State, journal_key
from shared.kernel.problems import KeyReused
from shared.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.events.event import EventEnvelope
    from shared.kernel.catalogue import Declaration
    from shared.kernel.collections import TypedCollection
    from shared.kernel.context import Call
    from shared.ports.ports import Ports
    from shared.ports.records import Body, Records, Transaction


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a command: its answer as JSON, and the journal row whose events wait for the relay."""

    answer: bytes
    to_relay: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command on its way: what to run, with what, for whom, under which key."""

    declaration: Declaration
    payload: Any
    call: Call
    ports: Ports
    idempotency_key: str
    body_hash: str = ""

    @property
    def key(self) -> str:
        """The key of its journal row."""
        actor = self.call.actor
        return journal_key(self.declaration.target, actor.kind, actor.id, self.idempotency_key)

    def context(self, transaction: Transaction) -> Context:
        """Return a fresh context for one run of one step."""
        self.call.new_cookies.clear()
        return Context(self.call, self.ports, transaction, self.key)

    def row(
        self, state: State, *, events: tuple[EventEnvelope, ...] = (), answer: str = "", refusal: str = ""
    ) -> JournalRow:
        """Return the journal row that says what came of it."""
        actor = self.call.actor
        return JournalRow(
            operation=self.declaration.target,
            actor=actor.id,
            actor_kind=actor.kind,
            as_position=actor.position_id,
            at=self.call.now,
            state=state,
            body_hash="" if self.declaration.secret else self.body_hash,  # a fast hash of a password is no secret
            relay=Relay.WAITING if any(self.ports.is_heard(event.name) for event in events) else Relay.DONE,
            refusal=refusal,
            answer=answer,
            has_answer=bool(answer),
            events=events,
        )


def query(declaration: Declaration, payload: Any, call: Call, ports: Ports) -> Any:
    """Run a question; it reads committed records and writes nothing."""
    context = ReadContext(call, ports, ports.records)
    return declaration.function(*_arguments(declaration, payload), context)


def command(command: Command) -> Outcome:
    """Run a command once, however often it is sent. Raises its Refusal after what must be kept is committed."""
    records = command.ports.records
    try:
        result = _run(command, records)
    except _Undone as undone:
        refusal = undone.refusal
        result = records.transact(lambda tx: _keep(command, command.context(tx), refusal))
    if isinstance(result, Refusal):
        raise result
    return result


def effect(command: Command) -> None:
    """Reach the outside world for an event, once or at least once as the effect declares."""
    declaration, records = command.declaration, command.ports.records
    found = records.transact(lambda tx: _mark(command, tx, State.STARTED))
    # A row that is there, even one that the sweeper has abandoned, says that the deed may have been done.
    if found is State.COMPLETED or (found is not None and declaration.delivery is Delivery.AT_MOST_ONCE):
        return
    declaration.function(command.payload, ReadContext(command.call, command.ports, records))
    records.transact(lambda tx: _mark(command, tx, State.COMPLETED))


def body_hash(body: bytes) -> str:
    """Return what tells two bodies under one idempotency key apart."""
    return hashlib.sha256(body).hexdigest()[:32]


class _Undone(Exception):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal


def _run(command: Command, records: Records) -> Outcome | Refusal:
    declaration = command.declaration
    decide, arguments = declaration.function, _arguments(declaration, command.payload)
    if declaration.call is not None:
        started = records.transact(
            lambda tx: _step(command, tx, declaration.function, arguments, _started),
            series=declaration.series and declaration.taken_first,
        )
        if isinstance(started, Outcome | Refusal):
            return started
        arguments = (declaration.call(started, ReadContext(command.call, command.ports, records)),)
        decide = declaration.complete or declaration.function
    completed: Outcome | Refusal = records.transact(
        lambda tx: _step(command, tx, decide, arguments, _completed),
        series=declaration.series and not declaration.taken_first,
    )
    return completed


def _step(
    command: Command,
    transaction: Transaction,
    decide: Callable[..., Any],
    arguments: tuple[Any, ...],
    finish: Callable[[Command, Context, Any], tuple[JournalRow, Any]],
) -> Any:
    """Run one deciding step and write the row that says what came of it, all in this transaction."""
    context = command.context(transaction)
    foreseen = command.declaration.gets
    if foreseen and decide is command.declaration.function:
        gets = (*foreseen(command.payload, command.call.actor), (JOURNAL, command.key))
        transaction.expect((collection.stored, key) for collection, key in gets)
    before = context.body(JOURNAL, command.key)
    replay = _replayed(command, before)
    if replay is not None:
        return replay
    try:
        value = decide(*arguments, context)
    except Refusal as refusal:
        if command.declaration.kind is not Kind.OPERATION:
            raise  # a reaction or a scheduled run has nobody to say no to: it failed
        if context.has_written:
            raise _Undone(refusal) from None
        return _keep(command, context, refusal)
    row, result = finish(command, context, value)
    _write_row(command, context, row, before)
    return result


def _write_row(command: Command, context: Context, row: JournalRow, before: Body | None) -> None:
    """Write a row; a completed one that runs again, for its answer is gone, stays beside it: it is the audit's."""
    if before is not None and (earlier := JOURNAL.read(before)).state is State.COMPLETED:
        context.write(JOURNAL, f"{command.key}.{before['version']}", earlier, None)
    context.write(JOURNAL, command.key, row, before)


def _started(command: Command, _: Context, prepared: Any) -> tuple[JournalRow, Any]:
    return command.row(State.STARTED), prepared


def _completed(command: Command, context: Context, answer: Any) -> tuple[JournalRow, Outcome]:
    encoded = codec.encode_answer_json(command.declaration.answer, answer)
    storable = command.declaration.kind is Kind.OPERATION and not command.declaration.secret
    answered = encoded.decode() if storable else ""
    row = command.row(State.COMPLETED, events=tuple(context.events), answer=answered)
    return row, Outcome(encoded, to_relay=command.key if row.relay is Relay.WAITING else "")


def _replayed(command: Command, before: Body | None) -> Outcome | None:
    """Return the stored answer of an accepted command; a refused one may be tried again."""
    if before is None:
        return None
    row = JOURNAL.read(before)
    if row.body_hash not in {"", command.body_hash}:
        raise KeyReused("Muat ulang halaman, lalu kirim sebagai permintaan baru.")
    # An answer that was not stored (it held a secret) cannot be given again, so such a command is run again.
    if row.state is State.COMPLETED and (row.has_answer or command.declaration.kind is not Kind.OPERATION):
        return Outcome(row.answer.encode())
    return None


def _keep(command: Command, context: Context, refusal: Refusal) -> Refusal:
    """Write the refused row and what must survive.

    Where nothing was written before the refusal this is the transaction that decided, so that two wrong passwords at
    once count as two.
    """
    before = context.body(JOURNAL, command.key)
    kept = [(_home(command.declaration, value), value) for value in refusal.keep]
    for collection, value in kept:
        if collection.key:
            context.body(collection, collection.key(value))
    for collection, value in kept:
        context.put(collection, value) if collection.key else context.create(collection, value)
    _write_row(command, context, command.row(State.REFUSED, refusal=refusal.slug()), before)
    return refusal


def _home(declaration: Declaration, value: Any) -> TypedCollection[Any]:
    for collection in declaration.keeps:
        if isinstance(value, collection.kind):
            return collection
    message = f"{declaration.target} does not declare where to keep a {type(value).__name__}"
    raise TypeError(message)


def _mark(command: Command, transaction: Transaction, state: State) -> State | None:
    """Write an effect's row unless it is completed; return the state in which it was found."""
    context = command.context(transaction)
    before = context.body(JOURNAL, command.key)
    found = JOURNAL.read(before).state if before is not None else None
    if found is not State.COMPLETED:
        context.write(JOURNAL, command.key, command.row(state), before)
    return found


def _arguments(declaration: Declaration, payload: Any) -> tuple[Any, ...]:
    return () if declaration.payload is None else (payload,)
