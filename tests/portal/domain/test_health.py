"""When the system is well, and in which words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from functions.portal.domain.health import (
    Judgement,
    duration,
    judge_backup,
    judge_clock,
    judge_dead,
    judge_disk,
    judge_missing_run,
    judge_relay,
    judge_run,
)

NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)  # 01.30 WIB of the next day
GIB = 1 << 30


@pytest.mark.parametrize(
    ("free", "size", "judged"),
    [
        (50, 100, Judgement.WELL),
        (15, 100, Judgement.WELL),
        (14, 100, Judgement.WATCH),
        (4, 100, Judgement.BAD),
        (0.9, 4, Judgement.BAD),
    ],
)
def test_a_disk_is_judged_by_what_is_free(free: float, size: int, judged: Judgement) -> None:
    finding = judge_disk(round(free * GIB), size * GIB)
    assert finding.judgement is judged
    assert bool(finding.advice) == (judged is not Judgement.WELL)


def test_space_is_written_with_the_decimal_comma() -> None:
    assert judge_disk(GIB * 5 // 2, GIB * 8).says == "2,5 GB kosong dari 8,0 GB"


@pytest.mark.parametrize(
    ("hours", "judged"), [(1, Judgement.WELL), (26, Judgement.WELL), (27, Judgement.WATCH), (49, Judgement.BAD)]
)
def test_a_backup_is_due_each_day(hours: int, judged: Judgement) -> None:
    assert judge_backup(NOW - timedelta(hours=hours), NOW).judgement is judged


def test_a_backup_is_dated_by_the_day_in_mojokerto() -> None:
    assert judge_backup(NOW, NOW).says == "25 November 2026 pukul 01.30 WIB"


def test_where_there_is_no_backup_yet_it_is_said_when_one_comes() -> None:
    finding = judge_backup(None, NOW)
    assert (finding.says, finding.judgement) == ("Belum ada", Judgement.WATCH)
    assert "24 jam" in finding.advice


@pytest.mark.parametrize(
    ("seconds", "judged"), [(5, Judgement.WELL), (60, Judgement.WELL), (61, Judgement.WATCH), (601, Judgement.BAD)]
)
def test_an_event_that_waits_is_judged_by_its_age(seconds: int, judged: Judgement) -> None:
    assert judge_relay(NOW - timedelta(seconds=seconds), NOW).judgement is judged


def test_where_no_event_waits_all_is_well() -> None:
    assert judge_relay(None, NOW).judgement is Judgement.WELL


def test_one_dead_letter_is_one_too_many() -> None:
    assert judge_dead(0, 1000).judgement is Judgement.WELL
    assert (judge_dead(1, 1000).says, judge_dead(1, 1000).judgement) == ("1", Judgement.BAD)
    assert judge_dead(1000, 1000).says == "1000 atau lebih"


def test_a_clock_behind_what_is_recorded_is_wrong() -> None:
    assert judge_clock(is_behind=False).judgement is Judgement.WELL
    assert judge_clock(is_behind=True).judgement is Judgement.BAD


@pytest.mark.parametrize(
    ("late", "judged"),
    [
        (timedelta(minutes=-1), Judgement.WELL),
        (timedelta(minutes=3), Judgement.WELL),
        (timedelta(minutes=4), Judgement.WATCH),
        (timedelta(days=1, minutes=1), Judgement.BAD),
    ],
)
def test_a_schedule_is_judged_by_how_late_its_next_run_is(late: timedelta, judged: Judgement) -> None:
    assert judge_run(NOW - late, failed=False, now=NOW) is judged


def test_a_run_that_failed_is_bad_however_punctual() -> None:
    assert judge_run(NOW + timedelta(minutes=1), failed=True, now=NOW) is Judgement.BAD


def test_a_schedule_that_never_ran_is_looked_at_once_it_should_have() -> None:
    assert judge_missing_run(None, NOW) is Judgement.WELL
    assert judge_missing_run(NOW, NOW) is Judgement.WELL
    assert judge_missing_run(NOW - timedelta(minutes=4), NOW) is Judgement.WATCH


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (timedelta(seconds=59), "kurang dari semenit"),
        (timedelta(minutes=59), "59 menit"),
        (timedelta(hours=23), "23 jam"),
        (timedelta(hours=49), "2 hari"),
    ],
)
def test_a_length_of_time_is_told_in_its_largest_unit(time: timedelta, text: str) -> None:
    assert duration(time) == text
