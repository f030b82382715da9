"""Until when a letter waits."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from functions.eoffice.domain.letter import Urgensi
from functions.eoffice.domain.reply_time import ReplyTime, due

FRIDAY_EVENING = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)  # 19.00 WIB


@pytest.mark.parametrize(("urgensi", "hours"), [(Urgensi.AMAT_SEGERA, 24), (Urgensi.SEGERA, 48)])
def test_an_urgent_letter_waits_for_hours_whatever_day_it_is(urgensi: Urgensi, hours: int) -> None:
    assert due(ReplyTime(urgensi, hours, 0), FRIDAY_EVENING, ()) == FRIDAY_EVENING + timedelta(hours=hours)


def test_an_ordinary_one_until_the_offices_close_on_a_working_day() -> None:
    ordinary = ReplyTime(Urgensi.BIASA, 0, 5)
    assert due(ordinary, FRIDAY_EVENING, ()).isoformat() == "2026-12-04T09:00:00+00:00"
    assert due(ordinary, FRIDAY_EVENING, {date(2026, 12, 2)}).isoformat() == "2026-12-07T09:00:00+00:00"
