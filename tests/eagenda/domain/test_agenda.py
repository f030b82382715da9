"""Agendas: what a plan must hold, and how a meeting ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from functions.eagenda.domain.agenda import (
    LONGEST,
    MOST_INVITED,
    AgendaIsCancelled,
    AgendaOver,
    AgendaState,
    NotOrganiser,
    cancel,
    close,
    final_sheet,
    may_organise,
    require_organiser,
)
from functions.eagenda.domain.arranging import OPENS_BEFORE
from functions.eagenda.domain.plan import schedule
from functions.eagenda.domain.visibility import Visibility
from shared.refusals import InvalidField
from tests.eagenda.domain.examples import DEWI, EIGHT, ELEVEN, INSTANT, PLAN, TEN, meeting, moments

CODE = "7K2M9QXA04ZTH3BD"
HASH = "5f" * 32
lengths = st.timedeltas(INSTANT, LONGEST)


def test_attendance_opens_half_an_hour_before_and_closes_at_the_end_unless_said_otherwise() -> None:
    usual = meeting()
    assert (usual.opens_at, usual.closes_at) == (TEN - timedelta(minutes=30), ELEVEN)
    assert usual.state is AgendaState.SCHEDULED

    chosen = schedule("rapat", replace(PLAN, opens_at=EIGHT, closes_at=TEN), DEWI, EIGHT)
    assert (chosen.opens_at, chosen.closes_at) == (EIGHT, TEN)


def test_a_person_invited_twice_counts_once() -> None:
    plan = replace(PLAN, invited=("p-aditya", "p-sari", "p-aditya"))
    assert schedule("rapat", plan, DEWI, EIGHT).invited_count == 2


@pytest.mark.parametrize(
    ("pointer", "change"),
    [
        ("/ends_at", {"ends_at": TEN}),
        ("/ends_at", {"ends_at": TEN - INSTANT}),
        ("/ends_at", {"ends_at": TEN + LONGEST + INSTANT}),
        ("/starts_at", {"starts_at": EIGHT - timedelta(hours=1), "ends_at": EIGHT}),
        ("/opens_at", {"opens_at": ELEVEN + INSTANT}),
        ("/closes_at", {"opens_at": TEN, "closes_at": TEN}),
        ("/closes_at", {"opens_at": ELEVEN}),
        ("/closes_at", {"closes_at": ELEVEN + LONGEST + INSTANT}),
        ("/admit_guests", {"visibility": Visibility.SECRET, "admit_guests": True}),
        ("/invited", {"invited": ()}),
        ("/invited", {"invited": tuple(f"p-{number}" for number in range(MOST_INVITED + 1))}),
    ],
)
def test_a_plan_that_contradicts_itself_names_the_field(pointer: str, change: dict[str, Any]) -> None:
    with pytest.raises(InvalidField) as refusal:
        schedule("rapat", replace(PLAN, **change), DEWI, EIGHT)
    assert [error["pointer"] for error in refusal.value.facts["errors"]] == [pointer]


@pytest.mark.parametrize(
    "change",
    [
        {"ends_at": TEN + LONGEST},
        {"starts_at": EIGHT - timedelta(hours=1), "ends_at": EIGHT + INSTANT},
        {"opens_at": TEN, "closes_at": TEN + INSTANT},
        {"opens_at": ELEVEN, "closes_at": ELEVEN + INSTANT},
        {"closes_at": ELEVEN + LONGEST},
        {"invited": tuple(f"p-{number}" for number in range(MOST_INVITED))},
    ],
)
def test_a_plan_may_go_to_each_limit(change: dict[str, Any]) -> None:
    assert schedule("rapat", replace(PLAN, **change), DEWI, EIGHT).state is AgendaState.SCHEDULED


@given(starts_at=moments, lasts=lengths, now=moments)
def test_every_meeting_that_is_made_has_its_times_in_order(
    starts_at: datetime, lasts: timedelta, now: datetime
) -> None:
    assume(now < starts_at + lasts)
    made = schedule("rapat", replace(PLAN, starts_at=starts_at, ends_at=starts_at + lasts), DEWI, now)

    assert made.opens_at == made.starts_at - OPENS_BEFORE
    assert made.opens_at < made.starts_at < made.ends_at == made.closes_at
    assert now < made.ends_at


@given(opens_at=moments, closes_at=moments)
def test_no_plan_makes_a_meeting_that_closes_before_it_opens(opens_at: datetime, closes_at: datetime) -> None:
    plan = replace(PLAN, opens_at=opens_at, closes_at=closes_at)
    try:
        made = schedule("rapat", plan, DEWI, EIGHT)
    except InvalidField as refusal:
        assert refusal.facts["errors"][0]["pointer"] in {"/opens_at", "/closes_at"}  # noqa: PT017 -- either is right
    else:
        assert made.opens_at < made.closes_at
        assert made.opens_at <= made.ends_at


def test_a_meeting_is_cancelled_with_its_reason_until_it_ends() -> None:
    cancelled = cancel(meeting(), "Hujan", ELEVEN - INSTANT)
    assert (cancelled.state, cancelled.cancel_reason) == (AgendaState.CANCELLED, "Hujan")

    with pytest.raises(AgendaOver):
        cancel(meeting(), "Hujan", ELEVEN)


def test_a_closed_list_is_no_longer_cancelled_away() -> None:
    closed = close(meeting(), final_sheet(meeting(), HASH, CODE, TEN))
    with pytest.raises(AgendaOver):
        cancel(closed, "Hujan", TEN)


def test_closing_makes_the_first_version_of_the_list() -> None:
    sheet = final_sheet(meeting(), HASH, CODE, TEN)
    closed = close(meeting(), sheet)

    assert (sheet.version, sheet.sha256, sheet.closed_at) == (1, HASH, TEN)
    assert (closed.state, closed.sheet) == (AgendaState.CLOSED, sheet)


def test_a_cancelled_meeting_has_no_list_to_close() -> None:
    with pytest.raises(AgendaIsCancelled) as refusal:
        final_sheet(cancel(meeting(), "Hujan", TEN), HASH, CODE, TEN)
    assert "Hujan" in refusal.value.detail


@pytest.mark.parametrize(
    ("person_id", "organisation_id", "runs_it"),
    [
        ("p-dewi", "diskominfo", True),
        ("p-dewi", "bapenda", True),  # moved to another office since
        ("p-bayu", "diskominfo", True),
        ("p-gatot", "setda", False),
        ("p-rina", "", False),
    ],
)
def test_the_organiser_and_their_office_run_a_meeting(person_id: str, organisation_id: str, runs_it: bool) -> None:  # noqa: FBT001 -- the answer
    assert may_organise(meeting(), person_id, organisation_id) is runs_it


def test_who_does_not_run_a_meeting_is_told_who_does() -> None:
    require_organiser(meeting(), "p-bayu", "diskominfo")
    with pytest.raises(NotOrganiser) as refusal:
        require_organiser(meeting(), "p-gatot", "setda")
    assert "Hubungi Dewi" in refusal.value.detail
