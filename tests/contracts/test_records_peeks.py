"""A work that reads the store itself, unguarded: secrets and directory data are read so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.ports.records import Collection, Query, Shape

if TYPE_CHECKING:
    from shared.ports.records import Records, Transaction

LETTERS = Collection("letters")
SECRETS = Collection("secrets", (Shape(order="at"),))
NEVER_WRITTEN = Collection("never_written", (Shape(order="at"),))


def test_a_work_may_peek_at_what_is_committed(records: Records) -> None:
    records.transact(lambda transaction: transaction.create(SECRETS, "s", {"at": 1}))

    seen = records.transact(lambda transaction: (transaction.get(LETTERS, "l"), records.get(SECRETS, "s")))

    assert seen == (None, {"at": 1})


def test_a_work_may_peek_into_a_collection_that_nobody_has_used_yet(records: Records) -> None:
    def work(transaction: Transaction) -> tuple[object, ...]:
        asked = Query(NEVER_WRITTEN, NEVER_WRITTEN.shapes[0])
        found = records.get(NEVER_WRITTEN, "k"), records.query(asked), records.count(asked, 10)
        transaction.create(LETTERS, "l", {})
        return found

    assert records.transact(work) == (None, [], 0)
    assert records.get(LETTERS, "l") == {}


def test_a_peek_in_a_work_that_raises_leaves_the_store_usable(records: Records) -> None:
    def work(_: Transaction) -> None:
        records.get(NEVER_WRITTEN, "k")
        raise ValueError("undone")

    for _ in range(2):
        with pytest.raises(ValueError, match="undone"):
            records.transact(work)

    records.transact(lambda transaction: transaction.create(NEVER_WRITTEN, "k", {"at": 1}))
    assert records.get(NEVER_WRITTEN, "k") == {"at": 1}


def test_many_are_got_at_once_and_what_is_missing_or_no_key_is_left_out(records: Records) -> None:
    keys = [f"s{number:03}" for number in range(305)]  # more than one round trip of a store that is far away

    def fill(transaction: Transaction) -> None:
        for key in keys[:3] + keys[-2:]:
            transaction.create(SECRETS, key, {"at": int(key[1:])})

    records.transact(fill)
    found = records.get_many(SECRETS, [*keys, "a/b", ""])
    assert found == {key: {"at": int(key[1:])} for key in keys[:3] + keys[-2:]}
    assert records.get_many(NEVER_WRITTEN, ["k"]) == records.get_many(SECRETS, []) == {}
