"""Scheduled functions: once for each due minute, caught up or skipped after a night off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.due_timers import DueTimers
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.kernel.http import run_inner
from shared.kernel.relay import Schedules
from shared.rules.calendar import rfc3339
from tests.kernel.notes import FOR_SERVICES, NOTES, greet_the_day, tidy_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.kernel.catalogue import Declaration
    from tests.desk import Desk

DUE = datetime(2026, 11, 24, 1, 35, tzinfo=UTC)  # the first five minutes after the desk's morning


def declared(function: Callable[..., Any]) -> Declaration:
    declaration: Declaration = function.declaration  # type: ignore[attr-defined]  # the decorator gives it
    return declaration


def schedules(desk: Desk, *functions: Callable[..., Any]) -> Schedules:
    return Schedules([declared(function) for function in functions], DueTimers(desk.records), desk)


def keep(desk: Desk, kept: Schedules, now: datetime) -> None:
    desk.clock.set(now)
    kept.keep(now)


def runs(desk: Desk) -> list[str]:
    return sorted(note.text for note in desk.all(NOTES, FOR_SERVICES))


@scheduled(cron="*/5 * * * *", catch_up=CatchUp.ONCE)
def fall_over(_: Context) -> None:
    """Fail at each run."""
    raise RuntimeError


def test_a_schedule_gets_its_first_run_when_it_is_first_seen(desk: Desk) -> None:
    keep(desk, schedules(desk, tidy_notes), desk.clock.now())
    assert DueTimers(desk.records).due("kernel_tidy_notes") == DUE
    assert runs(desk) == []


def test_a_schedule_runs_once_in_each_due_minute(desk: Desk) -> None:
    kept = schedules(desk, tidy_notes)
    for seconds in range(0, 660, 20):  # from 08.30 WIB to 08.41: due at 08.35 and 08.40
        keep(desk, kept, DUE - timedelta(minutes=5) + timedelta(seconds=seconds))
    assert runs(desk) == ["tidied", "tidied"]


def test_the_same_due_minute_never_runs_twice(desk: Desk) -> None:
    for number in range(2):
        run_inner(declared(tidy_notes), None, rfc3339(DUE), desk, f"run-{number}")
    assert runs(desk) == ["tidied"]


def test_after_a_night_off_a_schedule_catches_up_once_or_skips(desk: Desk) -> None:
    kept = schedules(desk, tidy_notes, greet_the_day)
    keep(desk, kept, DUE - timedelta(minutes=1))
    keep(desk, kept, DUE + timedelta(hours=9, minutes=2))

    assert runs(desk) == ["tidied"]
    expected = DUE + timedelta(hours=9, minutes=5)
    assert [DueTimers(desk.records).due(f"kernel_{name}") for name in ("tidy_notes", "greet_the_day")] == [
        expected,
        expected,
    ]


def test_a_run_that_is_a_minute_late_is_on_time(desk: Desk) -> None:
    kept = schedules(desk, greet_the_day)
    keep(desk, kept, DUE - timedelta(minutes=1))
    keep(desk, kept, DUE + timedelta(seconds=60))
    assert runs(desk) == ["greeted"]


def test_the_timer_of_a_function_that_was_removed_ends(desk: Desk) -> None:
    keep(desk, schedules(desk, tidy_notes), DUE - timedelta(minutes=1))
    keep(desk, schedules(desk), DUE + timedelta(minutes=1))

    assert DueTimers(desk.records).due("kernel_tidy_notes") is None
    assert runs(desk) == []


def test_a_run_that_fails_is_logged_and_stops_neither_the_others_nor_its_next_run(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    kept = schedules(desk, fall_over, tidy_notes)
    keep(desk, kept, DUE - timedelta(minutes=1))
    keep(desk, kept, DUE + timedelta(seconds=1))

    assert runs(desk) == ["tidied"]
    assert [record.message for record in caplog.records] == ["scheduled run failed"]
    assert DueTimers(desk.records).due("kernel_fall_over") == DUE + timedelta(minutes=5)


def test_a_crash_after_the_run_and_before_the_next_timer_does_not_run_it_again(desk: Desk) -> None:
    kept = schedules(desk, tidy_notes)
    keep(desk, kept, DUE - timedelta(minutes=1))
    run_inner(declared(tidy_notes), None, rfc3339(DUE), desk, "the run before the crash")

    keep(desk, kept, DUE + timedelta(seconds=1))

    assert runs(desk) == ["tidied"]
    assert DueTimers(desk.records).due("kernel_tidy_notes") == DUE + timedelta(minutes=5)
