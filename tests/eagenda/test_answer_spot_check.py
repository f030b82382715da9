"""Answering a spot check: once, in time, by who was drawn."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.spot_check import CheckOver, Reply
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.answering import tasks
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall
from tests.eagenda.test_start_spot_check import ASKED

if TYPE_CHECKING:
    from functions.eagenda.answer_spot_check import SpotCheckAnswered
    from tests.desk import Desk

pytestmark = one_store


@pytest.fixture
def hall(desk: Desk) -> Hall:
    hall = Hall(desk)
    hall.start()
    return hall


def test_the_first_answer_stands(hall: Hall) -> None:
    right, wrong, *_ = hall.drawn()
    assert hall.answer(right).reply is Reply.VERIFIED
    assert hall.answer(right, hall.wrong()).already
    assert hall.answer(wrong, hall.wrong()).reply is Reply.MISTAKEN
    again = hall.answer(wrong)
    assert (again.reply, again.already) == (Reply.MISTAKEN, True)
    assert ASKED not in tasks(hall.desk, right)


def test_too_late_and_what_was_not_asked_are_refused(hall: Hall) -> None:
    person = hall.drawn()[0]
    with pytest.raises(InvalidField, match="Pilih salah satu angka"):
        hall.answer(person, "7")
    hall.desk.clock.set(hall.check().due_at)
    with pytest.raises(CheckOver, match="Temui penyelenggara"):
        hall.answer(person)


def test_who_was_not_drawn_answers_nothing(hall: Hall) -> None:
    with pytest.raises(RecordMissing):
        hall.answer(hall.not_drawn())


def test_of_two_answers_at_once_one_stands(hall: Hall) -> None:
    person, wrong = hall.drawn()[0], hall.wrong()
    answers: list[SpotCheckAnswered] = []
    threads = [
        threading.Thread(target=lambda it=it: answers.append(hall.answer(person, it))) for it in ("", wrong, "", wrong)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [it.already for it in answers].count(False) == 1
    assert {it.reply for it in answers} == {hall.own(person).reply}
