"""What a clock promises, on every clock there is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from shared.adapters.clock import SystemClock
from tests.desk import MORNING, Clock

if TYPE_CHECKING:
    from shared.ports import clock


@pytest.fixture(params=["the machine's", "the desk's"])
def a_clock(request: pytest.FixtureRequest) -> clock.Clock:
    return SystemClock() if request.param == "the machine's" else Clock(MORNING)


def test_the_moment_is_told_in_utc(a_clock: clock.Clock) -> None:
    assert a_clock.now().tzinfo is UTC


def test_time_does_not_run_backwards(a_clock: clock.Clock) -> None:
    moments = [a_clock.now() for _ in range(100)]
    assert moments == sorted(moments)


def test_the_machines_clock_tells_the_present_moment() -> None:
    assert abs(SystemClock().now() - datetime.now(UTC)) < timedelta(seconds=1)
