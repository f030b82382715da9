"""Signing in: what wrong passwords cost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.portal.domain.sign_in import (
    FIRST_LOCK,
    FREE_ATTEMPTS,
    LONGEST_LOCK,
    Attempts,
    LockedOut,
    WrongCredentials,
    check_lock,
    refuse_credentials,
)

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)


def test_who_has_typed_no_wrong_password_is_not_locked() -> None:
    check_lock(Attempts("akun"), NOW)


def test_a_lock_ends_at_its_moment() -> None:
    locked = Attempts("akun", 5, NOW)
    with pytest.raises(LockedOut, match=r"Coba lagi setelah pukul 08.30 WIB."):
        check_lock(locked, NOW - INSTANT)
    check_lock(locked, NOW)


@given(st.integers(0, FREE_ATTEMPTS - 2))
def test_the_first_wrong_passwords_are_counted_down(wrong: int) -> None:
    refusal = refuse_credentials(Attempts("akun", wrong), NOW)

    assert isinstance(refusal, WrongCredentials)
    assert refusal.facts == {"attempts_left": FREE_ATTEMPTS - 1 - wrong}
    assert refusal.keep == (Attempts("akun", wrong + 1),)


@given(st.integers(FREE_ATTEMPTS - 1, 10**6))
def test_each_further_one_locks_twice_as_long_up_to_the_longest(wrong: int) -> None:
    refusal = refuse_credentials(Attempts("akun", wrong), NOW)

    assert isinstance(refusal, LockedOut)
    until = refusal.facts["until"]
    assert refusal.keep == (Attempts("akun", wrong + 1, until),)
    following = refuse_credentials(Attempts("akun", wrong + 1), NOW).facts["until"]
    assert FIRST_LOCK <= until - NOW <= LONGEST_LOCK
    assert following - NOW == min(2 * (until - NOW), LONGEST_LOCK)


def test_the_first_lock_is_half_a_minute_and_the_longest_a_quarter_of_an_hour() -> None:
    locks = [refuse_credentials(Attempts("akun", wrong), NOW).facts["until"] - NOW for wrong in range(4, 12)]
    assert locks[0] == timedelta(seconds=30)
    assert locks[-1] == timedelta(minutes=15)
