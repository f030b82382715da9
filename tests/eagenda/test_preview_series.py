"""Looking at the days of a series before it is published."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.add_room import add_room
from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.plan import Plan
from functions.eagenda.domain.room import RoomFacts
from functions.eagenda.preview_series import SeriesPreview, SeriesQuestion, preview_series
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.rules.calendar import wib_date
from tests.eagenda.repeating import EVERY_MONDAY, FIRST, Repeating

if TYPE_CHECKING:
    from tests.desk import Desk

AN_HOUR = timedelta(hours=1)


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def preview(repeating: Repeating, rule: str = EVERY_MONDAY, **asked: Any) -> SeriesPreview:  # noqa: ANN401 -- any field
    first = asked.pop("first", FIRST)
    question = SeriesQuestion(first, first + AN_HOUR, rule, **asked)
    shown: SeriesPreview = repeating.desk.call(preview_series, question, by=repeating.organiser)
    return shown


def test_the_days_are_shown_with_what_is_skipped_and_why(repeating: Repeating) -> None:
    shown = preview(
        repeating,
        "FREQ=DAILY;COUNT=4",
        first=FIRST + timedelta(days=24),
        skip_days_off=True,
        excluded=(wib_date(FIRST + timedelta(days=26)),),
    )
    assert (shown.words, shown.day_count) == ("Setiap hari, 4 kali", 1)
    skipped = [it.skipped for it in shown.days]
    assert skipped == ["Cuti Bersama Hari Raya Natal", "Hari Raya Natal", "Dikeluarkan penyelenggara", ""]


def test_who_has_the_room_on_a_day_is_told(repeating: Repeating) -> None:
    desk = repeating.desk
    keeper = desk.employee("Sekar", Permission.MANAGE_OFFICE)
    room = desk.call(add_room, RoomFacts("Ruang Satya", 50, "", is_shared=True), by=keeper).id
    other = FIRST + timedelta(days=7)
    taken = Plan("Rapat lain", "Ruang Satya", other, other + AN_HOUR, (repeating.guest.id,), room_id=room)
    desk.call(create_agenda, taken, by=repeating.organiser)
    shown = preview(repeating, room_id=room)
    assert ["Rapat lain" in it.room_taken for it in shown.days] == [False, True, False, False]


def test_years_whose_days_off_nobody_knows_yet_are_named(repeating: Repeating) -> None:
    repeating.desk.clock.set(FIRST + timedelta(days=365))
    shown = preview(repeating, "FREQ=WEEKLY;BYDAY=MO;COUNT=10", first=FIRST + timedelta(days=371), skip_days_off=True)
    assert shown.unknown_years == (2028,)


def test_a_rule_without_an_end_is_refused(repeating: Repeating) -> None:
    with pytest.raises(InvalidField) as refused:
        preview(repeating, "FREQ=WEEKLY;BYDAY=MO")
    assert "harus ada akhirnya" in refused.value.detail
