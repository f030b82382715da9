"""Counting working days by the holidays that came with the release."""

from __future__ import annotations

from datetime import date

import pytest

from shared.rules.calendar import add_working_days, is_working_day, working_days_between
from shared.tables.holidays import HOLIDAYS

DAYS_OFF = frozenset(HOLIDAYS.value(row.values).day for row in HOLIDAYS.released())


@pytest.mark.parametrize(
    ("returned", "due"),
    [
        (date(2024, 1, 13), date(2024, 1, 19)),  # returned on a Saturday
        (date(2024, 2, 29), date(2024, 3, 7)),
        (date(2024, 3, 7), date(2024, 3, 18)),  # Nyepi on the 11th and cuti bersama on the 12th are passed over
    ],
)
def test_a_report_is_due_five_working_days_after_the_return(returned: date, due: date) -> None:
    assert add_working_days(returned, 5, DAYS_OFF) == due
    assert working_days_between(returned, due, DAYS_OFF) == 5


def test_what_is_cashed_on_a_friday_is_deposited_on_the_next_working_day() -> None:
    assert add_working_days(date(2026, 11, 20), 1, DAYS_OFF) == date(2026, 11, 23)
    assert add_working_days(date(2026, 12, 23), 1, DAYS_OFF) == date(2026, 12, 28)  # over Christmas and its eve


def test_weekends_and_days_off_are_no_working_days() -> None:
    week = [date(2026, 8, day) for day in range(15, 20)]
    assert [is_working_day(day, DAYS_OFF) for day in week] == [False, False, False, True, True]


def test_no_time_has_passed_on_the_day_itself() -> None:
    assert add_working_days(date(2026, 11, 21), 0, DAYS_OFF) == date(2026, 11, 21)
    assert working_days_between(date(2026, 11, 24), date(2026, 11, 24), DAYS_OFF) == 0
