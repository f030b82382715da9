"""What binds an attempt to the browser that began it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from functions.portal.domain.issuer_sign_in import SignInNotBegun, check_state, derived, new_state
from shared.values import Secret

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
SECRET, OTHER = Secret("a secret of 256 bits"), Secret("another secret of 256 bits")


def test_a_browser_knows_its_own_state_again() -> None:
    assert check_state(SECRET, new_state(SECRET, "attempt", NOW), NOW) == SECRET


def test_a_state_of_another_browser_or_of_none_is_refused() -> None:
    for secret in (OTHER, None):
        with pytest.raises(SignInNotBegun, match="Mulai lagi dari halaman Masuk"):
            check_state(secret, new_state(SECRET, "attempt", NOW), NOW)


def test_a_state_whose_moment_was_put_later_is_refused() -> None:
    begun, attempt, mark = new_state(SECRET, "attempt", NOW - timedelta(hours=1)).split(".")
    later = f"{int(begun) + 3600}.{attempt}.{mark}"
    with pytest.raises(SignInNotBegun):
        check_state(SECRET, later, NOW)


def test_a_state_is_good_for_ten_minutes_less_than_which_is_no_time_to_sign_in() -> None:
    state = new_state(SECRET, "attempt", NOW)
    assert check_state(SECRET, state, NOW + timedelta(minutes=10) - timedelta(seconds=1)) == SECRET
    with pytest.raises(SignInNotBegun):
        check_state(SECRET, state, NOW + timedelta(minutes=10))


@pytest.mark.parametrize("state", ["", ".", "a.b.c", "1.2.3", "é.ü.ö", "." * 200])
def test_what_is_no_state_is_refused(state: str) -> None:
    with pytest.raises(SignInNotBegun):
        check_state(SECRET, state, NOW)


def test_what_is_derived_is_another_for_each_purpose_attempt_and_browser_and_fit_for_a_verifier() -> None:
    made = {
        derived(secret, purpose, state)
        for secret in (SECRET, OTHER)
        for purpose in ("nonce", "verifier")
        for state in ("a", "b")
    }
    assert len(made) == 8
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", one) for one in made)  # RFC 7636 section 4.1 asks for 43 to 128
