"""What a record store promises about bodies and keys, sentence by sentence, on every store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.ports.records import KeyRefused, Records, Transaction
from tests.contracts.records import AGENDAS, INVITATIONS, everything, put

# Bodies

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(body=st.dictionaries(st.text(max_size=5), JSON, max_size=4))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example writes it anew
def test_any_json_object_is_read_as_it_was_written(records: Records, body: dict[str, Any]) -> None:
    put(records, "rapat", body)
    assert records.get(AGENDAS, "rapat") == body


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"none": None, "yes": True, "no": False, "zero": 0, "one": 1, "half": 0.5, "whole": 2.0, "empty": ""},
        {"polygon": [[[112.4, -7.5], [112.5, -7.5]], []], "deep": {"list": [{"map": {"list": [[1], [[2]]]}}]}},
        {"": 1, "__name__": 2, "~": 3, "~~": 4, "[]": [{"[]": [5]}], "a.b": 6, "`": 7, "$": 8},
        {"title": "Rapat ꦩꦗꦥꦲꦶꦠ — 会议 🏛 \x00 \u2028", "largest": 2**63 - 1, "smallest": -(2**63)},
    ],
    ids=["empty", "scalars", "nested arrays", "odd names", "odd text"],
)
def test_a_body_comes_back_equal_and_of_the_same_types(records: Records, body: dict[str, Any]) -> None:
    put(records, "rapat", body)
    found = records.get(AGENDAS, "rapat")
    assert found == body
    assert {name: type(value) for name, value in (found or {}).items()} == {
        name: type(value) for name, value in body.items()
    }


def test_a_big_body_is_kept_whole(records: Records) -> None:
    body = {"minutes": "notulen " * 110_000, "rows": [{"number": number} for number in range(1_000)]}
    put(records, "rapat", body)
    assert records.get(AGENDAS, "rapat") == body


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes"], ids=repr)
def test_what_is_no_json_is_refused(records: Records, value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        put(records, "rapat", {"value": value})
    assert records.get(AGENDAS, "rapat") is None


def test_a_body_is_taken_as_it_was_when_it_was_put(records: Records) -> None:
    def put_and_go_on(transaction: Transaction) -> None:
        body = {"title": "Rapat"}
        transaction.put(AGENDAS, "rapat", body)
        body["title"] = "Upacara"

    records.transact(put_and_go_on)
    assert records.get(AGENDAS, "rapat") == {"title": "Rapat"}


# Keys


@pytest.mark.parametrize("key", ["a", "..a", "a b", "a:b", "__a", "a__", "%2F", "a\\b", "ꦩꦗ", "🏛", "'\"--", "x" * 500])
def test_a_key_names_one_document(records: Records, key: str) -> None:
    put(records, key, {"key": key})
    put(records, "other", {})
    assert records.get(AGENDAS, key) == {"key": key}
    assert everything(records) == {key: {"key": key}, "other": {}}
    records.transact(lambda transaction: transaction.delete(AGENDAS, key))
    assert records.get(AGENDAS, key) is None


PATH_TRICKS = ["", ".", "..", "../x", "a/b", "/", "a/b/c", "/etc/passwd", "__", "__x__", "____", "x" * 501, "é" * 251]


@pytest.mark.parametrize("key", PATH_TRICKS)
@pytest.mark.parametrize(
    "write",
    [
        lambda transaction, key: transaction.create(AGENDAS, key, {}),
        lambda transaction, key: transaction.put(AGENDAS, key, {}),
        lambda transaction, key: transaction.delete(AGENDAS, key),
    ],
    ids=["create", "put", "delete"],
)
def test_a_key_that_some_store_could_not_hold_is_never_written(
    records: Records, key: str, write: Callable[[Transaction, str], None]
) -> None:
    with pytest.raises(KeyRefused):
        records.transact(lambda transaction: write(transaction, key))
    assert everything(records) == {}


@pytest.mark.parametrize("key", PATH_TRICKS)
def test_nothing_is_found_under_such_a_key(records: Records, key: str) -> None:
    put(records, "a", {})
    put(records, "x", {})
    assert records.get(AGENDAS, key) is None
    assert records.transact(lambda transaction: transaction.get(AGENDAS, key)) is None


def test_the_same_key_in_two_collections_is_two_documents(records: Records) -> None:
    put(records, "rapat", {"in": "agendas"}, AGENDAS)
    put(records, "rapat", {"in": "invitations"}, INVITATIONS)
    records.transact(lambda transaction: transaction.delete(AGENDAS, "rapat"))
    assert records.get(AGENDAS, "rapat") is None
    assert records.get(INVITATIONS, "rapat") == {"in": "invitations"}
