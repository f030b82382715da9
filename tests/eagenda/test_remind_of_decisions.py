"""Reminding many owners, and none of what is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.decisions import DECISIONS
from functions.eagenda.domain.decision import (
    ReportedState,
)
from shared.rules.notice import NoticeKind
from tests.eagenda.deciding import kinds, morning
from tests.eagenda.minuting import Minutes, decided

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    """Return a final notulen by which Aditya's post is to do something by the fourth of December."""
    minutes = Minutes(desk)
    minutes.final(decided(minutes.aditya))
    return minutes


def test_nobody_is_reminded_of_what_is_done(minutes: Minutes) -> None:
    kinds(minutes.desk, minutes.aditya)
    minutes.report(ReportedState.DONE, "Selesai")
    morning(minutes.desk, date(2026, 12, 20))
    assert kinds(minutes.desk, minutes.aditya) == [NoticeKind.DECISION_GIVEN]


def test_many_are_reminded_some_at_a_time(minutes: Minutes) -> None:
    desk, one = minutes.desk, minutes.decision()
    desk.given(DECISIONS, *(replace(one, id=f"{minutes.id}:many-{number}") for number in range(65)))
    morning(desk, date(2026, 12, 20))
    assert len(kinds(desk, minutes.aditya)) >= 25
    stored = [desk.found(DECISIONS, f"{minutes.id}:many-{number}") for number in range(65)]
    assert all(it is not None and it.remind_at is None for it in stored)
