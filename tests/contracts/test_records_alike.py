"""The stores are alike: driven by the same steps, they give the same answers.

SQLite's own meaning is the model: whatever Firestore answers differently would surprise an operation in production.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from shared.ports.records import (
    Body,
    Collection,
    Position,
    Query,
    Records,
    RecordsError,
    Scalar,
    Shape,
    Transaction,
)
from tests.emulators import new_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHAPES = (
    Shape(),
    Shape(order="value.at"),
    Shape(order="value.at", descending=True),
    Shape(order="value.number", descending=True),
    Shape(equal=("value.open",), order="value.at"),
    Shape(equal=("value.open",), contains_any="readers", order="value.at", descending=True),
    Shape(equal=("value.open", "value.place"), descending=True),
    Shape(contains_any="readers"),
)
COLLECTIONS = (Collection("agendas", SHAPES), Collection("invitations", SHAPES))

IN_CI = settings.get_current_profile_name() == "ci"

# Few of each, so that steps meet the same documents, and equal values need the key to order them.
KEYS = st.sampled_from(["a", "b", "B", "rapat:1", "rapat:2", "é", "🏛"])
MOMENTS = st.sampled_from(["", "2026-11-24", "2026-11-24T08", "2026-11-25", "é", "🏛"])
NUMBERS = st.integers(-2, 2)
PLACES = st.sampled_from(["Sabha", "sabha", ""])
TOKENS = st.sampled_from(["org:a", "org:b", "public"])

VALUES = st.fixed_dictionaries(
    {},
    optional={
        "at": st.none() | MOMENTS,
        "number": st.none() | NUMBERS,
        "open": st.booleans(),
        "place": PLACES,
        "rest": st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.lists(st.lists(NUMBERS)),
    },
)
BODIES = st.fixed_dictionaries({}, optional={"value": VALUES, "readers": st.lists(TOKENS, max_size=4)})

VALUES_OF: dict[str, st.SearchStrategy[Scalar]] = {
    "value.at": MOMENTS,
    "value.number": NUMBERS,
    "value.open": st.booleans(),
    "value.place": PLACES,
}


@st.composite
def questions(draw: st.DrawFn) -> Query:
    """Draw a question of a declared shape."""
    shape = draw(st.sampled_from(SHAPES))
    ordered = VALUES_OF[shape.order] if shape.order else st.none()
    return Query(
        draw(st.sampled_from(COLLECTIONS)),
        shape,
        equal=tuple(draw(VALUES_OF[path]) for path in shape.equal),
        tokens=tuple(draw(st.sets(TOKENS, min_size=1))) if shape.contains_any else (),
        low=draw(st.none() | ordered),
        high=draw(st.none() | ordered),
        after=draw(st.none() | st.builds(Position, ordered, KEYS)),
        limit=draw(st.integers(1, 5)),
    )


@dataclass(frozen=True)
class Step:
    """One thing that a work does."""

    verb: str
    collection: Collection
    key: str
    body: Body

    def take(self, transaction: Transaction) -> None:
        """Write what it says."""
        if self.verb == "delete":
            transaction.delete(self.collection, self.key)
        elif self.verb == "create":
            transaction.create(self.collection, self.key, self.body)
        else:
            transaction.put(self.collection, self.key, self.body)


PLACES_TO_READ = st.tuples(st.sampled_from(COLLECTIONS), KEYS)
STEPS = st.builds(Step, st.sampled_from(["create", "put", "put", "delete"]), st.sampled_from(COLLECTIONS), KEYS, BODIES)


class GivenUp(Exception):
    """A work that decides against itself."""


def answer(store: Records, ask: Callable[[Records], object]) -> object:
    """Return what came back, or how it was refused."""
    try:
        return ask(store)
    except (RecordsError, GivenUp) as refusal:
        return type(refusal)


class StoresAlike(RuleBasedStateMachine):
    """Two stores that are asked and told the same."""

    def __init__(self, model: Records, store: Records) -> None:
        super().__init__()
        self.model = model
        self.store = store

    def teardown(self) -> None:
        for collection in COLLECTIONS:
            self.query(Query(collection, Shape(), limit=100))
        self.model.close()
        self.store.close()

    def alike(self, ask: Callable[[Records], object]) -> None:
        assert answer(self.store, ask) == answer(self.model, ask)

    @initialize(steps=st.lists(STEPS, max_size=8))
    def begin_with_some_documents(self, steps: list[Step]) -> None:
        self.transact(reads=[], steps=[replace(step, verb="put") for step in steps], asked=[], ending="commit")

    @rule(
        reads=st.lists(PLACES_TO_READ, max_size=3),
        asked=st.lists(questions(), max_size=1),
        steps=st.lists(STEPS, max_size=5),
        ending=st.sampled_from(["commit", "commit", "commit", "give up", "read on"]),
    )
    def transact(self, reads: list[tuple[Collection, str]], asked: list[Query], steps: list[Step], ending: str) -> None:
        if ending != "commit":
            # A taken key shows at once or at the commit: which of two mistakes is named first is the store's choice.
            steps = [replace(step, verb="put") if step.verb == "create" else step for step in steps]

        def work(transaction: Transaction) -> list[Any]:
            seen: list[Any] = [transaction.get(collection, key) for collection, key in reads]
            seen += [transaction.query(query) for query in asked]
            seen += [transaction.count(query, 3) for query in asked]
            for step in steps:
                step.take(transaction)
            if ending == "give up":
                raise GivenUp
            if ending == "read on":
                seen.append(transaction.get(COLLECTIONS[0], "a"))
            return seen

        self.alike(lambda store: store.transact(work))

    @rule(steps=st.lists(STEPS, min_size=1, max_size=3), misuse=st.booleans())
    def transact_in_series(self, steps: list[Step], misuse: bool) -> None:  # noqa: FBT001 -- drawn, not passed
        def work(transaction: Transaction) -> list[Body | None]:
            seen = [transaction.get(step.collection, step.key) for step in steps]
            if misuse:
                transaction.get(COLLECTIONS[0], "never written")
            for step in steps:
                step.take(transaction)
            return seen

        self.alike(lambda store: store.transact(work, series=True))

    @rule(collection=st.sampled_from(COLLECTIONS), key=KEYS)
    def get(self, collection: Collection, key: str) -> None:
        self.alike(lambda store: store.get(collection, key))

    @rule(question=questions())
    def query(self, question: Query) -> None:
        self.alike(lambda store: store.query(question))

    @rule(question=questions(), up_to=st.integers(1, 20))
    def count(self, question: Query, up_to: int) -> None:
        self.alike(lambda store: store.count(question, up_to))


@pytest.mark.emulator
def test_sqlite_and_firestore_give_the_same_answers(firestore_emulator: str, tmp_path: Path) -> None:
    class SqliteAndFirestore(StoresAlike):
        def __init__(self) -> None:
            project = new_project()
            super().__init__(
                SqliteRecords(tmp_path / f"{project}.db"), FirestoreRecords(project, emulator=firestore_emulator)
            )

    run_state_machine_as_test(
        SqliteAndFirestore,
        settings=settings(max_examples=120 if IN_CI else 40, stateful_step_count=25, deadline=None),
    )
