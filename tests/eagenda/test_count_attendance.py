"""Counting closed lists: what each invitation comes to, once and only once, and again after a correction."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.count_attendance import count_attendance
from functions.eagenda.domain.recap import WHOLE_REGENCY
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.recap_answers import RecapCounts
from functions.eagenda.recaps import COUNTED_LISTS, PARTICIPATIONS
from functions.eagenda.records import ATTENDANCE, participation_key
from shared.events.eagenda import AttendanceClosed
from shared.kernel.http import run_inner
from tests.eagenda.meeting import Meeting
from tests.eagenda.one_store import one_store
from tests.eagenda.recapping import Bapenda

if TYPE_CHECKING:
    from tests.desk import Desk

ONE_MEETING = RecapCounts(1, 6, 2, 1, 1, 2, 1, 1)  # of Bapenda: all that may become of an invitation


@pytest.fixture
def bapenda(desk: Desk) -> Bapenda:
    return Bapenda(desk)


def count_again(bapenda: Bapenda, meeting: Meeting, key: str) -> None:
    """Let the list's closing be told once more, as after a correction."""
    run_inner(count_attendance.declaration, AttendanceClosed(meeting.id, 2), key, bapenda.desk, key)  # type: ignore[attr-defined]
    bapenda.desk.deliver()


@one_store
def test_each_invitation_counts_as_what_became_of_it(bapenda: Bapenda) -> None:
    bapenda.closed()
    assert bapenda.office(bapenda.heni).recap.counts == ONE_MEETING
    people = bapenda.people(bapenda.heni)
    assert people == {
        "Aditya": RecapCounts(1, 1, 1, 0, 0, 0, 0, 0),
        "Bella": RecapCounts(1, 1, 1, 1, 0, 0, 0, 0),
        "Cakra": RecapCounts(1, 1, 0, 0, 1, 0, 0, 0),
        "Doni": RecapCounts(1, 0, 0, 0, 0, 0, 0, 1),
        "Eka": RecapCounts(1, 1, 0, 0, 0, 1, 0, 0),
        "Fajar": RecapCounts(1, 1, 0, 0, 0, 1, 0, 0),
        "Gita": RecapCounts(1, 1, 0, 0, 0, 0, 1, 0),
    }


@one_store
def test_an_open_list_counts_nothing_and_told_twice_it_counts_once(bapenda: Bapenda) -> None:
    meeting = bapenda.meet()
    bapenda.desk.deliver()
    assert bapenda.people(bapenda.heni) == {}
    count_again(bapenda, meeting, "too early")
    assert bapenda.people(bapenda.heni) == {}

    meeting.close()
    bapenda.desk.deliver()
    bapenda.desk.deliver_again()
    count_again(bapenda, meeting, "once more")
    assert bapenda.office(bapenda.heni).recap.counts == ONE_MEETING
    assert bapenda.office(bapenda.gatot, "setda").recap.counts == ONE_MEETING
    assert bapenda.office(bapenda.inspector, WHOLE_REGENCY).recap.counts == ONE_MEETING


def test_a_correction_takes_back_what_was_counted(bapenda: Bapenda) -> None:
    meeting = bapenda.closed()
    late = bapenda.desk.found(ATTENDANCE, participation_key(meeting.id, bapenda.bella.id))
    assert late
    bapenda.desk.given(ATTENDANCE, replace(late, at=meeting.opens_at))
    gone = participation_key(meeting.id, bapenda.doni.id)
    bapenda.desk.records.transact(lambda transaction: transaction.delete(ATTENDANCE.stored, gone))
    count_again(bapenda, meeting, "corrected")

    people = bapenda.people(bapenda.heni)
    assert people["Bella"].late == 0
    assert people["Cakra"].absent_answered == 1  # nobody came in his place after all
    assert "Doni" not in people
    assert bapenda.desk.found(PARTICIPATIONS, gone) is None
    assert bapenda.office(bapenda.heni).recap.counts == RecapCounts(1, 6, 2, 0, 0, 3, 1, 0)


def test_a_secret_meeting_counts_for_each_person_alone_and_in_no_sum(bapenda: Bapenda) -> None:
    bapenda.closed(visibility=Visibility.SECRET)
    assert bapenda.own(bapenda.bella).recap.counts == RecapCounts(1, 1, 1, 1, 0, 0, 0, 0)
    for reader, office in (
        (bapenda.heni, "bapenda"),
        (bapenda.gatot, "setda"),
        (bapenda.inspector, WHOLE_REGENCY),
    ):
        assert bapenda.people(reader, "bapenda") == {}
        if office == "bapenda":
            assert bapenda.office(reader, office).recap.counts.meetings == 0

    bapenda.closed()
    assert bapenda.own(bapenda.bella).recap.counts.meetings == 2
    assert bapenda.people(bapenda.heni)["Bella"].meetings == 1
    assert bapenda.office(bapenda.heni).recap.counts == ONE_MEETING


@one_store
def test_a_list_longer_than_a_chunk_is_counted_to_its_end(bapenda: Bapenda, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.eagenda.count_attendance._TOGETHER", 3)
    meeting = bapenda.closed()
    assert bapenda.office(bapenda.heni).recap.counts == ONE_MEETING
    counted = bapenda.desk.found(COUNTED_LISTS, meeting.id)
    assert counted
    assert counted.is_done
    assert {it.organisation_id: it.people for it in counted.offices} == {"bapenda": 7, "setda": 7, WHOLE_REGENCY: 7}


def test_lists_that_are_counted_at_once_are_each_counted(bapenda: Bapenda) -> None:
    meetings = [bapenda.meet(title=f"Rapat {number}", lasts=timedelta(hours=9)) for number in range(3)]
    for meeting in meetings:
        meeting.close()
    failures: list[Exception] = []

    def count(meeting: Meeting, key: str) -> None:
        closed = AttendanceClosed(meeting.id, 1)
        try:
            run_inner(count_attendance.declaration, closed, key, bapenda.desk, key)  # type: ignore[attr-defined]
        except Exception as failure:  # noqa: BLE001 -- told below
            failures.append(failure)

    threads = [threading.Thread(target=count, args=(it, f"{it.id}-{twice}")) for it in meetings for twice in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    counts = bapenda.office(bapenda.heni).recap.counts
    assert (counts.meetings, counts.invited, counts.present) == (3, 18, 6)
