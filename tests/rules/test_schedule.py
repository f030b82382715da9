"""Schedules are read on Mojokerto's clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from cronsim import CronSimError
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.calendar import NaiveDatetime, in_wib, wib_time
from shared.schedule import next_run, runs_between

TUESDAY = date(2026, 11, 24)
EVERY_WEEKDAY_AT_SEVEN = "0 7 * * MON-FRI"

instants = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 -- bounds


def test_a_schedule_for_seven_runs_at_seven_in_mojokerto() -> None:
    assert next_run(EVERY_WEEKDAY_AT_SEVEN, wib_time(TUESDAY, "06:59")) == wib_time(TUESDAY, "07:00")


def test_a_run_is_due_once_and_the_next_one_later() -> None:
    first = wib_time(TUESDAY, "07:00")
    assert next_run(EVERY_WEEKDAY_AT_SEVEN, first) == first + timedelta(days=1)


def test_the_runs_of_a_week_leave_out_the_weekend() -> None:
    since = wib_time(TUESDAY, "07:00")
    runs = list(runs_between(EVERY_WEEKDAY_AT_SEVEN, since, since + timedelta(days=7)))
    assert [in_wib(run).day for run in runs] == [25, 26, 27, 30, 1]
    assert all(run.tzinfo is UTC for run in runs)


@given(instants, st.integers(1, 59), st.integers(0, 300))
def test_the_next_run_is_the_first_of_the_runs(after: datetime, step: int, minutes: int) -> None:
    cron, until = f"*/{step} * * * *", after + timedelta(minutes=minutes)
    runs = list(runs_between(cron, after, until))
    assert all(after < run <= until for run in runs)
    assert runs == sorted(set(runs))
    assert runs[:1] in ([next_run(cron, after)], [])
    assert bool(runs) == (next_run(cron, after) <= until)


def test_the_runs_of_a_century_are_not_made_at_once() -> None:
    since = wib_time(TUESDAY, "07:00")
    runs = runs_between("* * * * *", since, since + timedelta(days=36_500))
    assert list(islice(runs, 2)) == [since + timedelta(minutes=1), since + timedelta(minutes=2)]


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
