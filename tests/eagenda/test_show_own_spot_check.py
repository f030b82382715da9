"""The question of a spot check as the phone of somebody drawn shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.spot_check import Reply
from shared.refusals import RecordMissing
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall

if TYPE_CHECKING:
    from tests.desk import Desk

pytestmark = one_store


@pytest.fixture
def hall(desk: Desk) -> Hall:
    hall = Hall(desk)
    hall.start()
    return hall


def test_who_was_drawn_is_shown_the_numbers_and_what_became_of_their_answer(hall: Hall) -> None:
    right, wrong, silent, *_ = hall.drawn()
    asked = hall.own(right)
    assert (asked.reply, asked.until, len(set(asked.choices))) == (Reply.ASKED, hall.check().due_at, 3)
    assert hall.check().shown in asked.choices
    hall.answer(right)
    hall.answer(wrong, hall.wrong())
    hall.desk.clock.set(hall.check().due_at)
    assert [hall.own(it).reply for it in (right, wrong, silent)] == [Reply.VERIFIED, Reply.MISTAKEN, Reply.MISSED]


def test_who_was_not_drawn_is_told_that_there_is_nothing_to_do(hall: Hall) -> None:
    with pytest.raises(RecordMissing, match="tidak terpilih"):
        hall.own(hall.not_drawn())
