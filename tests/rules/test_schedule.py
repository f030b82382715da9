"""Schedules are read on Mojokerto's clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from cronsim import CronSimError
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.calendar import NaiveDatetime, wib_time
from shared.schedule import next_run

TUESDAY = date(2026, 11, 24)
EVERY_WEEKDAY_AT_SEVEN = "0 7 * * MON-FRI"

instants = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- bounds


def test_a_schedule_for_seven_runs_at_seven_in_mojokerto() -> None:
    assert next_run(EVERY_WEEKDAY_AT_SEVEN, wib_time(TUESDAY, "06:59")) == wib_time(TUESDAY, "07:00")


def test_a_run_is_due_once_and_the_next_one_later() -> None:
    first = wib_time(TUESDAY, "07:00")
    assert next_run(EVERY_WEEKDAY_AT_SEVEN, first) == first + timedelta(days=1)


def test_no_run_falls_on_a_weekend() -> None:
    friday = wib_time(date(2026, 11, 27), "07:00")
    assert next_run(EVERY_WEEKDAY_AT_SEVEN, friday) == friday + timedelta(days=3)


@given(instants, st.integers(1, 59))
def test_the_next_run_is_later_and_within_the_hour(after: datetime, step: int) -> None:
    run = next_run(f"*/{step} * * * *", after)
    assert after < run <= after + timedelta(hours=1)
    assert (run.minute % step, run.second, run.microsecond, run.tzinfo) == (0, 0, 0, UTC)


def test_a_schedule_that_is_never_due_is_refused() -> None:
    fifth_monday_on_the_first_or_thirtieth_of_february = "0 0 */29 2 MON#5"
    with pytest.raises(ValueError, match="never due"):
        next_run(fifth_monday_on_the_first_or_thirtieth_of_february, wib_time(TUESDAY, "07:00"))


def test_a_mistyped_schedule_is_refused() -> None:
    with pytest.raises(CronSimError):
        next_run("0 7 * *", wib_time(TUESDAY, "07:00"))


def test_a_datetime_without_a_zone_is_refused() -> None:
    with pytest.raises(NaiveDatetime):
        next_run(EVERY_WEEKDAY_AT_SEVEN, datetime(2026, 11, 24, 7, 0))  # noqa: DTZ001 -- what is refused
