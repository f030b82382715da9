"""Reminders: once, within the hour before, never after the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.eagenda.domain.agenda import Agenda, cancel, close, final_sheet
from functions.eagenda.domain.reminder import Reminder, ReminderKind, is_due, remind
from tests.eagenda.domain.examples import EIGHT, INSTANT, TEN, meeting, moments

NINE = TEN - timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "due"),
    [(NINE - INSTANT, False), (NINE, True), (TEN - INSTANT, True), (TEN, False), (TEN + timedelta(hours=1), False)],
)
def test_a_reminder_is_due_from_an_hour_before_until_the_start(now: datetime, due: bool) -> None:  # noqa: FBT001 -- the answer
    assert is_due(meeting(), now) is due


@pytest.mark.parametrize(
    "agenda",
    [
        cancel(meeting(), "Hujan", EIGHT),
        close(meeting(), final_sheet(meeting(), "5f" * 32, "", NINE)),
    ],
    ids=["cancelled", "closed"],
)
def test_nobody_is_reminded_of_what_does_not_take_place(agenda: Agenda) -> None:
    assert not is_due(agenda, NINE)


@given(starts_at=moments, before=st.timedeltas(INSTANT, timedelta(hours=1)))
def test_a_server_that_was_off_reminds_as_long_as_the_meeting_has_not_begun(
    starts_at: datetime, before: timedelta
) -> None:
    assert is_due(replace(meeting(), starts_at=starts_at), starts_at - before)


def test_a_reminder_shows_what_a_list_needs() -> None:
    told = remind(meeting(), "p-aditya", ReminderKind.STARTS_SOON, NINE)
    assert told == Reminder("rapat", "p-aditya", ReminderKind.STARTS_SOON, "Rapat", "Aula", TEN, NINE)
