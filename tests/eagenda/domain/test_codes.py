"""The hall's codes: whoever has one has seen the screen within the last minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.eagenda.domain.codes import (
    SHORT_CODE_LETTERS,
    SLOT_SECONDS,
    SLOTS_SHOWN,
    hall_codes,
    is_current_link_code,
    is_current_short_code,
    link_code,
    short_code,
    slot_of,
    was_short_code,
)
from shared.values import Secret
from tests.eagenda.domain.examples import INSTANT, SECRET, TEN, moments

slots = st.integers(1, 10**8)  # since 1970
secrets = st.text(min_size=1, max_size=40).map(Secret)
agendas = st.text("abcdef0123456789", min_size=1, max_size=20)


def test_a_code_used_one_slot_later_is_accepted_and_two_slots_later_refused() -> None:
    slot = slot_of(TEN)
    code = link_code(SECRET, "rapat", slot)

    assert is_current_link_code(code, SECRET, "rapat", _start_of(slot))
    assert is_current_link_code(code, SECRET, "rapat", _start_of(slot + 1))
    assert not is_current_link_code(code, SECRET, "rapat", _start_of(slot + 2))


@given(secrets, agendas, slots)
def test_a_code_is_worth_a_minute_from_the_begin_of_its_slot(secret: Secret, agenda_id: str, slot: int) -> None:
    begin, end = _start_of(slot), _start_of(slot + 2)
    codes = [
        (is_current_link_code, link_code(secret, agenda_id, slot)),
        (is_current_short_code, short_code(secret, agenda_id, slot)),
    ]
    for is_current, code in codes:
        assert is_current(code, secret, agenda_id, begin)
        assert is_current(code, secret, agenda_id, end - INSTANT)
        assert not is_current(code, secret, agenda_id, begin - INSTANT)
        assert not is_current(code, secret, agenda_id, end)


@given(secrets, agendas, slots)
def test_no_other_agenda_slot_secret_or_form_makes_the_same_link(secret: Secret, agenda_id: str, slot: int) -> None:
    code = link_code(secret, agenda_id, slot)
    others = [
        link_code(secret, agenda_id, slot + 1),
        link_code(secret, agenda_id + "0", slot),
        link_code(Secret(secret.reveal() + "0"), agenda_id, slot),
        short_code(secret, agenda_id, slot),
    ]
    assert code not in others


@given(st.text(max_size=40), moments)
def test_a_guess_is_no_code(guess: str, now: datetime) -> None:
    assert not is_current_link_code(guess, SECRET, "rapat", now)
    assert is_current_short_code(guess, SECRET, "rapat", now) <= was_short_code(guess, SECRET, "rapat", now)


@given(secrets, agendas, slots)
def test_the_letters_are_six_that_nobody_mistakes_for_another(secret: Secret, agenda_id: str, slot: int) -> None:
    letters = short_code(secret, agenda_id, slot)
    assert len(letters) == 6
    assert set(letters) <= set(SHORT_CODE_LETTERS)
    assert not set(letters) & set("01IO")


def test_every_letter_is_as_likely_as_any_other() -> None:
    assert len(set(SHORT_CODE_LETTERS)) == 32
    assert 256 % len(SHORT_CODE_LETTERS) == 0


@given(secrets, agendas, slots)
def test_a_link_goes_into_a_url_as_it_is(secret: Secret, agenda_id: str, slot: int) -> None:
    code = link_code(secret, agenda_id, slot)
    assert len(code) == 22
    assert code.replace("-", "").replace("_", "").isalnum()


@given(moments)
def test_a_screen_without_network_has_codes_for_ten_minutes(now: datetime) -> None:
    codes = hall_codes(SECRET, "rapat", now)

    assert len(codes) == SLOTS_SHOWN == 20
    assert codes[0].starts_at <= now < codes[1].starts_at
    for code, following in pairwise(codes):
        assert following.starts_at - code.starts_at == timedelta(seconds=SLOT_SECONDS)
    for code in codes:
        assert is_current_link_code(code.link_code, SECRET, "rapat", code.starts_at)
        assert is_current_short_code(code.short_code, SECRET, "rapat", code.starts_at)


@pytest.mark.parametrize(("late", "known"), [(0, True), (60, True), (630 - 1, True), (630, False)])
def test_letters_name_their_agenda_for_ten_minutes_after_their_slot(late: int, known: bool) -> None:  # noqa: FBT001 -- the answer
    letters = short_code(SECRET, "rapat", slot_of(TEN))
    assert was_short_code(letters, SECRET, "rapat", TEN + timedelta(seconds=late)) is known


@given(moments)
def test_letters_not_yet_shown_name_nothing(now: datetime) -> None:
    assert not was_short_code(short_code(SECRET, "rapat", slot_of(now) + 1), SECRET, "rapat", now)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=1)))
def test_slots_follow_the_clock(now: datetime, later: timedelta) -> None:
    begin = _start_of(slot_of(now))
    assert begin <= now < begin + timedelta(seconds=SLOT_SECONDS)
    assert slot_of(now) <= slot_of(now + later)


def _start_of(slot: int) -> datetime:
    return datetime.fromtimestamp(slot * SLOT_SECONDS, UTC)
