"""Sessions: each refresh token is used once, and a second use later is theft."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.portal.domain.session import LIFETIME, TWO_TABS, Session, SessionEnded, refresh

START = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
FRESH = Session("sesi", "p-aditya", started_at=START, rotated_at=START)
ROTATED = replace(FRESH, generation=5, rotated_at=START + timedelta(hours=1))


def test_the_present_generation_gives_the_next() -> None:
    now = START + timedelta(minutes=5)
    assert refresh(FRESH, 1, now) == replace(FRESH, generation=2, rotated_at=now)


def test_the_generation_before_gets_the_same_successor_for_ten_seconds() -> None:
    end = ROTATED.rotated_at + TWO_TABS
    assert refresh(ROTATED, 4, ROTATED.rotated_at) == ROTATED
    assert refresh(ROTATED, 4, end - INSTANT) == ROTATED
    with pytest.raises(SessionEnded):
        refresh(ROTATED, 4, end)


@given(generation=st.integers(-3, 10), late=st.timedeltas(timedelta(0), timedelta(days=1)))
def test_any_other_generation_ends_the_session_and_the_end_is_kept(generation: int, late: timedelta) -> None:
    now = ROTATED.rotated_at + late
    is_right = generation == 5 or (generation == 4 and late < TWO_TABS)
    try:
        going_on = refresh(ROTATED, generation, now)
    except SessionEnded as refusal:
        assert not is_right
        assert refusal.keep == (replace(ROTATED, ended=True),)  # noqa: PT017 -- one of two right answers
    else:
        assert is_right
        assert going_on.generation == (6 if generation == 5 else 5)
        assert not going_on.ended


@given(st.integers(0, 3), st.timedeltas(timedelta(0), timedelta(days=30)))
def test_what_has_ended_or_never_was_or_is_too_old_is_not_gone_on_with(generation: int, late: timedelta) -> None:
    too_old = START + LIFETIME + late
    for session, now in [(None, START + late), (replace(FRESH, ended=True), START + late), (FRESH, too_old)]:
        with pytest.raises(SessionEnded) as refusal:
            refresh(session, generation, now)
        assert refusal.value.keep == ()


def test_a_session_lasts_until_an_instant_before_fourteen_days() -> None:
    assert refresh(FRESH, 1, START + timedelta(days=14) - INSTANT).generation == 2


@given(st.lists(st.timedeltas(timedelta(0), timedelta(hours=3)), max_size=30))
def test_whoever_always_brings_the_latest_token_stays_signed_in(pauses: list[timedelta]) -> None:
    session, now = FRESH, START
    for pause in pauses:
        now += pause
        session = refresh(session, session.generation, now)
    assert session.generation == 1 + len(pauses)
    assert (session.id, session.person_id, session.started_at) == (FRESH.id, FRESH.person_id, START)
