"""Values on their way out and in: secrets, masks, the store's whole values, limits and remembered reads."""

from __future__ import annotations

import json
import pickle
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import codec
from shared.adapters.cached_reads import CachedReads
from shared.kernel.limits import Limiter, PerAddress
from shared.ports.records import Collection, Query, Shape
from shared.values import Instant, Masked, Nip, Secret

if TYPE_CHECKING:
    from shared.ports.records import Records
    from tests.desk import Desk

HIDDEN = "rahasia-dapur"


class Colour(StrEnum):
    RED = "merah"
    BLUE = "biru"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole."""

    nip: Nip | None
    pin: Secret | None
    colour: Colour


@dataclass(frozen=True, slots=True)
class Whole:
    """Every kind of field that records use."""

    text: str
    number: int
    yes: bool
    at: Instant
    parts: tuple[Part, ...] = ()
    notes: dict[str, int | None] = field(default_factory=dict)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
PARTS = st.builds(Part, st.none() | TEXTS, st.none() | st.builds(Secret, TEXTS), st.sampled_from(Colour))
WHOLES = st.builds(
    Whole,
    TEXTS,
    st.integers(-(2**53), 2**53),
    st.booleans(),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 -- bounds have none
    st.lists(PARTS, max_size=3).map(tuple),
    st.dictionaries(TEXTS, st.none() | st.integers(-(2**53), 2**53), max_size=3),
)


@given(whole=WHOLES)
def test_what_is_stored_is_read_as_it_was(whole: Whole) -> None:
    through_json = json.loads(json.dumps(codec.encode_stored(Whole, whole)))
    assert codec.decode_stored(Whole, through_json) == whole


@given(nip=st.text(st.characters(codec="utf-8"), max_size=30))
def test_an_answer_shows_at_most_the_ends_of_what_is_masked(nip: str) -> None:
    shown = codec.encode_answer(Part, Part(nip, None, Colour.RED))["nip"]
    assert len(shown) == len(nip)
    assert shown[4:-4] == "•" * max(0, len(nip) - 8)
    assert shown in ("•" * len(nip), nip[:4] + shown[4:-4] + nip[-4:])


def test_a_field_that_the_code_no_longer_knows_is_passed_over() -> None:
    stored = {**codec.encode_stored(Part, Part(None, None, Colour.RED)), "of_old": 1}
    assert codec.decode_stored(Part, stored) == Part(None, None, Colour.RED)


def test_times_are_kept_in_utc_with_a_fixed_width_that_sorts() -> None:
    wib = timezone(timedelta(hours=7))
    early, late = datetime(2026, 11, 24, 8, 30, tzinfo=wib), datetime(2026, 11, 24, 1, 30, 1, tzinfo=UTC)
    stored = [codec.encode_stored(Whole, Whole("", 1, yes=True, at=at))["at"] for at in (early, late)]
    assert stored == ["2026-11-24T01:30:00.000000Z", "2026-11-24T01:30:01.000000Z"]


# Secrets


@dataclass(frozen=True, slots=True)
class Nested:
    """A secret two steps inside."""

    parts: tuple[Part, ...]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Part, Part(None, Secret(HIDDEN), Colour.RED)),
        (Nested, Nested((Part(None, Secret(HIDDEN), Colour.RED),))),
        (Secret, Secret(HIDDEN)),
    ],
)
def test_a_secret_is_written_to_the_store_and_nowhere_else(kind: type[object], value: object) -> None:
    for write in (codec.encode_answer, codec.encode_answer_json):
        with pytest.raises(Exception, match="Secret") as refused:
            write(kind, value)
        assert HIDDEN not in str(refused.value)
    assert HIDDEN in json.dumps(codec.encode_stored(kind, value))


@pytest.mark.parametrize("facts", [{"pin": Secret(HIDDEN)}, {"pins": [{"pin": Secret(HIDDEN)}]}])
def test_a_refusal_tells_no_secret(facts: dict[str, object]) -> None:
    with pytest.raises(Exception, match="Secret") as refused:
        codec.encode_facts(facts)
    assert HIDDEN not in str(refused.value)


def test_a_secret_hides_from_whoever_prints_it() -> None:
    part = Part(None, Secret(HIDDEN), Colour.RED)
    assert HIDDEN not in f"{part} {part!r} {part.pin!s} {asdict(part)}"
    with pytest.raises(TypeError):
        json.dumps(part.pin)


def test_secrets_are_equal_by_their_text() -> None:
    assert Secret("a") == Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2
    assert pickle.loads(pickle.dumps(Secret("a"))).reveal() == "a"  # noqa: S301 -- its own


def test_a_text_too_short_for_its_mask_is_hidden_whole() -> None:
    assert [Masked(4, 4).mask(text) for text in ("", "12345678", "123456789")] == ["", "••••••••", "1234•6789"]


# Limits


@given(
    pauses=st.lists(st.floats(0, 30, allow_nan=False), min_size=1, max_size=60),
    per_minute=st.integers(1, 600),
    burst=st.integers(1, 20),
)
def test_no_caller_ever_gets_more_than_the_burst_and_the_refill(
    pauses: list[float], per_minute: int, burst: int
) -> None:
    now, allowed = 0.0, 0
    limiter, limit = Limiter(lambda: now), PerAddress(per_minute, burst)
    for pause in pauses:
        now += pause
        allowed += limiter.wait("target", limit, "a") == 0
    assert allowed <= burst + now * per_minute / 60 + 1e-6


@given(per_minute=st.integers(1, 600), burst=st.integers(1, 20), extra=st.integers(0, 20))
def test_who_waits_as_long_as_told_is_let_in(per_minute: int, burst: int, extra: int) -> None:
    now = 0.0
    limiter, limit = Limiter(lambda: now), PerAddress(per_minute, burst)
    waits = [limiter.wait("target", limit, "a") for _ in range(burst + extra + 1)]
    assert waits[:burst] == [0] * burst
    now += waits[-1]
    assert limiter.wait("target", limit, "a") == 0


def test_each_target_and_each_address_has_its_own_bucket() -> None:
    limiter, limit = Limiter(lambda: 0.0), PerAddress(60, 1)
    callers = [("target", "a"), ("target", "b"), ("other", "a")]
    assert [limiter.wait(target, limit, address) for target, address in callers] == [0, 0, 0]
    assert limiter.wait("target", limit, "a") > 0


# Reads that may be a minute old

BY_KEY = Shape()
WORDS = Collection("words", (BY_KEY,))


def put(records: Records, key: str, word: str) -> None:
    records.transact(lambda transaction: transaction.put(WORDS, key, {"word": word}))


def test_a_record_is_remembered_for_a_minute_and_no_longer(desk: Desk) -> None:
    now = 0.0
    cached = CachedReads(lambda: desk.records, lambda: now)
    put(desk.records, "a", "old")
    assert cached.get(WORDS, "a") == {"word": "old"}
    put(desk.records, "a", "new")

    now = 59.9
    assert cached.get(WORDS, "a") == {"word": "old"}
    now = 60.0
    assert cached.get(WORDS, "a") == {"word": "new"}


def test_a_list_is_remembered_for_a_minute_too(desk: Desk) -> None:
    now, question = 0.0, Query(WORDS, BY_KEY)
    cached = CachedReads(lambda: desk.records, lambda: now)
    put(desk.records, "a", "old")
    assert [document.key for document in cached.query(question)] == ["a"]
    put(desk.records, "b", "new")
    assert [document.key for document in cached.query(question)] == ["a"]
    assert [document.key for document in cached.query(replace(question, limit=9))] == ["a", "b"]
    assert cached.count(question, 10) == 2  # a number is never old
    now = 60.0
    assert [document.key for document in cached.query(question)] == ["a", "b"]


def test_what_is_missing_is_not_remembered(desk: Desk) -> None:
    cached = CachedReads(lambda: desk.records, lambda: 0.0)
    assert cached.get(WORDS, "a") is None
    put(desk.records, "a", "new")
    assert cached.get(WORDS, "a") == {"word": "new"}
