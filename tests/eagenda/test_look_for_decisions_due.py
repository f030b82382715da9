"""Each morning owners are reminded of what is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

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


def test_an_owner_is_reminded_two_working_days_before_and_once_it_is_overdue(minutes: Minutes) -> None:
    desk, aditya = minutes.desk, minutes.aditya
    kinds(desk, aditya)
    morning(desk, date(2026, 12, 1))
    assert kinds(desk, aditya) == [NoticeKind.DECISION_GIVEN]
    for day in (2, 3, 4):
        morning(desk, date(2026, 12, day))
    assert kinds(desk, aditya)[0] is NoticeKind.DECISION_DUE_SOON
    for day in (5, 6):
        morning(desk, date(2026, 12, day))
    assert kinds(desk, aditya) == [
        NoticeKind.DECISION_OVERDUE,
        NoticeKind.DECISION_DUE_SOON,
        NoticeKind.DECISION_GIVEN,
    ]


def test_after_the_server_was_off_an_owner_is_told_once_that_it_is_overdue(minutes: Minutes) -> None:
    kinds(minutes.desk, minutes.aditya)
    morning(minutes.desk, date(2026, 12, 20))
    morning(minutes.desk, date(2026, 12, 21))
    assert kinds(minutes.desk, minutes.aditya) == [NoticeKind.DECISION_OVERDUE, NoticeKind.DECISION_GIVEN]
