"""The regency's calendar: WIB dates, sortable instants, and dates as Indonesians write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.calendar import (
    NaiveDatetime,
    clock_time,
    day_bounds,
    day_date,
    in_wib,
    long_date,
    parse_rfc3339,
    rfc3339,
    short_date,
    span,
    wib_date,
    wib_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TUESDAY = date(2026, 11, 24)
HALF_PAST_NINE = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
TEN = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

# The years in which an office keeps records; Jakarta's clocks were changed several times before 1964.
days = st.dates(date(1965, 1, 1), date(2200, 12, 31))
offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(datetime(1965, 1, 2), datetime(2200, 12, 30), timezones=offsets)  # noqa: DTZ001 -- bounds


def test_the_day_changes_at_midnight_in_mojokerto_and_not_in_greenwich() -> None:
    last = datetime(2026, 11, 24, 16, 59, 59, 999_999, tzinfo=UTC)
    assert wib_date(last) == TUESDAY
    assert wib_date(last + timedelta(microseconds=1)) == date(2026, 11, 25)


def test_a_clock_time_in_mojokerto_is_seven_hours_ahead_of_utc() -> None:
    assert wib_time(TUESDAY, "09:30") == HALF_PAST_NINE
    assert wib_time(TUESDAY, "00:00") == datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert wib_time(TUESDAY, "09:30").tzinfo is UTC


@pytest.mark.parametrize("text", ["", "9:30", "24:00", "09:60", "09:30:00", "09.30", "T09:30", "\u0660\u0669:30"])
def test_a_clock_time_that_is_not_hh_mm_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a clock time"):
        wib_time(TUESDAY, text)


@given(days)
def test_the_bounds_of_days_meet_without_gap_or_overlap(day: date) -> None:
    start, end = day_bounds(day)
    assert end - start == timedelta(hours=24)
    assert end == day_bounds(day + timedelta(days=1))[0]


@given(instants)
def test_every_instant_lies_within_the_bounds_of_its_own_day(instant: datetime) -> None:
    start, end = day_bounds(wib_date(instant))
    assert start <= instant < end


def test_an_instant_is_written_in_utc_with_microseconds() -> None:
    assert rfc3339(datetime(2026, 11, 24, 1, 57, 3, tzinfo=UTC)) == "2026-11-24T01:57:03.000000Z"
    assert rfc3339(wib_time(TUESDAY, "08:57")) == "2026-11-24T01:57:00.000000Z"


@given(instants)
def test_a_written_instant_is_read_back_unchanged(instant: datetime) -> None:
    assert parse_rfc3339(rfc3339(instant)) == instant
    assert parse_rfc3339(instant.isoformat()) == instant


@given(instants, instants)
def test_written_instants_sort_as_the_instants_do(one: datetime, other: datetime) -> None:
    assert (rfc3339(one) < rfc3339(other)) == (one < other)


def test_an_instant_may_be_read_with_any_offset_and_comes_back_in_utc() -> None:
    read = parse_rfc3339("2026-11-24T09:30:00+07:00")
    assert read == HALF_PAST_NINE
    assert read.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-24",
        "2026-11-24T09:30:00",
        "2026-11-24 09:30:00Z",
        "2026-11-24T09:30Z",
        "20261124T093000Z",
        "2026-W48-2T09:30:00Z",
        "2026-11-24T09:30:00.1234567Z",
        "2026-11-24T09:30:00Z\n",
        "2026-02-30T09:30:00Z",
        "2026-11-24T24:00:00Z",
        "2026-11-24T09:30:60Z",
        "2026-11-24T09:30:00+25:00",
        "0001-01-01T00:00:00+07:00",
    ],
)
def test_a_text_that_is_no_rfc_3339_instant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_rfc3339(text)


@pytest.mark.parametrize("function", [in_wib, wib_date, rfc3339, clock_time])
def test_a_datetime_without_a_zone_is_refused(function: Callable[[datetime], object]) -> None:
    with pytest.raises(NaiveDatetime):
        function(datetime(2026, 11, 24, 9, 30))  # noqa: DTZ001 -- what is refused


def test_dates_are_written_as_indonesians_write_them() -> None:
    assert long_date(TUESDAY) == "24 November 2026"
    assert day_date(TUESDAY) == "Selasa, 24 November 2026"
    assert short_date(TUESDAY) == "24 Nov 2026"
    assert day_date(date(2027, 8, 1)) == "Minggu, 1 Agustus 2027"


def test_every_month_and_every_weekday_has_its_name() -> None:
    months = [date(2026, month, 1) for month in range(1, 13)]
    week = [TUESDAY + timedelta(days=ahead) for ahead in range(7)]
    assert " ".join(long_date(day).split()[1] for day in months) == (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    assert " ".join(short_date(day).split()[1] for day in months) == "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"
    assert " ".join(day_date(day).split(",")[0] for day in week) == "Selasa Rabu Kamis Jumat Sabtu Minggu Senin"


def test_a_time_of_day_is_written_with_a_dot_and_its_zone() -> None:
    assert clock_time(HALF_PAST_NINE) == "09.30 WIB"


def test_a_period_within_one_day_names_the_zone_once() -> None:
    assert span(HALF_PAST_NINE, TEN) == "09.30–10.00 WIB"


def test_a_period_over_midnight_in_mojokerto_names_both_days() -> None:
    start, end = wib_time(TUESDAY, "22:00"), wib_time(date(2026, 11, 25), "01:00")
    assert span(start, end) == "24 Nov 2026 22.00 – 25 Nov 2026 01.00 WIB"
