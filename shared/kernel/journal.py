"""The journal: one row for every command, at once audit row, stored answer and outbox.

The row's key is made of the operation, the actor and the idempotency key (the event's id for a reaction, the due
minute for a scheduled run), so that whatever repeats a command finds what came of it: the same mechanism makes a
retry harmless, a reaction happen once per event and a schedule run once per minute.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from shared.events.event import EventEnvelope
from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import Instant, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from shared.ports.bus import Bus
    from shared.ports.records import Records, Transaction

ANSWERS_KEPT = timedelta(hours=24)
STARTED_AT_MOST = timedelta(minutes=10)
_SWEPT_AT_ONCE = 200
_RELAYED_AT_ONCE = 100


class State(StrEnum):
    """What came of a command. ``started`` stands only between prepare and complete."""

    STARTED = "started"
    COMPLETED = "completed"
    REFUSED = "refused"
    ABANDONED = "abandoned"


class Relay(StrEnum):
    """Whether the row's events have been handed to the bus."""

    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class JournalRow:
    """Who did what, when, and what came of it. Audit facts stay; the stored answer is removed after a day."""

    operation: str
    actor: str
    actor_kind: str
    as_position: str
    at: Instant
    state: State
    body_hash: str
    relay: Relay = Relay.DONE
    refusal: str = ""
    answer: str = ""
    has_answer: bool = False
    events: tuple[EventEnvelope, ...] = ()


TO_RELAY = ListQuery(equal=("relay",), order="at")
BY_STATE = ListQuery(equal=("state",), order="at")
WITH_ANSWER = ListQuery(equal=("has_answer",), order="at")

JOURNAL = TypedCollection("journal", JournalRow, queries=(TO_RELAY, BY_STATE, WITH_ANSWER))


def journal_key(operation: str, actor_kind: str, actor_id: str, key: str) -> str:
    """Return the one key under which a command and all its repetitions are found."""
    return fingerprint(operation, actor_kind, actor_id, key)


def relay_events(records: Records, bus: Bus, now: datetime, before: datetime | None = None) -> int:
    """Hand the events of journal rows (those from ``before`` a moment) to the bus, mark the rows; return how many.

    A crash between the two hands the events over again, which consumers bear.
    """
    asked = JOURNAL.question(TO_RELAY, equal=(Relay.WAITING.value,), high=before, limit=_RELAYED_AT_ONCE)
    rows = records.query(asked)
    if rows:
        bus.publish([event for row in rows for event in JOURNAL.read(row.body).events])
        records.transact(lambda tx: _mark(tx, [row.key for row in rows], now))
    return len(rows)


def relay_row(records: Records, bus: Bus, key: str, now: datetime) -> None:
    """Hand over the events of one journal row."""
    body = records.get(JOURNAL.stored, key)
    if body is not None:
        bus.publish(JOURNAL.read(body).events)
        records.transact(lambda tx: _mark(tx, [key], now))


def _mark(transaction: Transaction, keys: list[str], now: datetime) -> None:
    bodies = [transaction.get(JOURNAL.stored, key) for key in keys]
    for key, body in zip(keys, bodies, strict=True):
        if body is not None:
            row = replace(JOURNAL.read(body), relay=Relay.DONE)
            transaction.put(JOURNAL.stored, key, JOURNAL.write(row, by="relay", at=now, before=body))


def sweep(records: Records, now: datetime) -> int:
    """Close what a crash left started, and remove the answers of yesterday; return how many rows changed.

    A command that stopped between its steps has changed nothing yet (prepare only reads and decides), so it is
    abandoned: the audit shows the attempt, and the caller's retry begins anew.
    """
    stuck = JOURNAL.question(BY_STATE, equal=(State.STARTED.value,), high=now - STARTED_AT_MOST, limit=_SWEPT_AT_ONCE)
    stale = JOURNAL.question(WITH_ANSWER, equal=(True,), high=now - ANSWERS_KEPT, limit=_SWEPT_AT_ONCE)
    changes = [(document.key, _abandon) for document in records.query(stuck)]
    changes += [(document.key, _forget_answer) for document in records.query(stale)]
    for key, change in changes:
        records.transact(partial(_change, key=key, change=change, now=now))
    return len(changes)


def _abandon(row: JournalRow) -> JournalRow:
    return replace(row, state=State.ABANDONED) if row.state is State.STARTED else row


def _forget_answer(row: JournalRow) -> JournalRow:
    return replace(row, answer="", has_answer=False)


def _change(transaction: Transaction, key: str, change: Callable[[JournalRow], JournalRow], now: datetime) -> None:
    body = transaction.get(JOURNAL.stored, key)
    if body is not None:
        row = change(JOURNAL.read(body))
        transaction.put(JOURNAL.stored, key, JOURNAL.write(row, by="sweeper", at=now, before=body))
