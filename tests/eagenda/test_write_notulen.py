"""Naming who writes a notulen, and writing its draft."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.notulen import NotulenState, NotulenWaits
from functions.eagenda.notulen import NOTULEN
from shared.kernel.problems import Stale
from shared.refusals import InvalidField
from tests.eagenda.meeting import Meeting
from tests.eagenda.minuting import Minutes, decided

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def minutes(desk: Desk) -> Minutes:
    return Minutes(desk)


def test_what_another_wrote_meanwhile_is_not_written_over(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    seen = minutes.version()
    minutes.write(opening="Dari laptop", version=seen)
    with pytest.raises(Stale) as refused:
        minutes.write(opening="Dari ponsel", version=seen)
    assert refused.value.facts["changed_by"] == "Budi"
    kept = minutes.desk.found(NOTULEN, minutes.id)
    assert kept is not None
    assert kept.text.opening == "Dari laptop"


def test_of_two_who_write_at_once_one_is_told(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    seen, told = minutes.version(), list[str]()

    def write(words: str) -> None:
        try:
            minutes.write(opening=words, version=seen)
        except Stale:
            told.append(words)

    threads = [threading.Thread(target=write, args=(f"Tulisan {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = minutes.desk.found(NOTULEN, minutes.id)
    assert kept is not None
    assert len(told) == 3
    assert kept.text.opening not in told
    assert minutes.version() == seen + 1


def test_the_same_text_again_raises_no_version(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    version = minutes.write().version
    assert minutes.write().version == version


def test_too_many_decisions_and_one_row_twice_are_refused(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    rows = tuple(decided(minutes.aditya, f"{number:08}") for number in range(31))
    with pytest.raises(InvalidField, match="paling banyak 30"):
        minutes.write(*rows)
    with pytest.raises(InvalidField, match="dua kali"):
        minutes.write(rows[0], rows[0])


def test_what_lies_before_the_chair_is_not_changed(minutes: Minutes) -> None:
    minutes.name(minutes.budi)
    minutes.write()
    minutes.submit()
    with pytest.raises(NotulenWaits):
        minutes.write(opening="Susulan")
    with pytest.raises(NotulenWaits):
        minutes.name(minutes.aditya)
    assert minutes.shown(minutes.budi).state is NotulenState.SUBMITTED


def test_a_cancelled_meeting_has_no_notulen(desk: Desk) -> None:
    meeting = Meeting(desk)
    meeting.cancel()
    minutes = Minutes.__new__(Minutes)
    minutes.desk, minutes.meeting, minutes.id, minutes.dewi = desk, meeting, meeting.id, meeting.organiser
    with pytest.raises(AgendaIsCancelled):
        minutes.write(by=meeting.organiser)
    with pytest.raises(AgendaIsCancelled):
        minutes.name(meeting.organiser)
