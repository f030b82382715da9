"""Listing the scans that were refused."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attendance import NotInvited, RefusedScan
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.list_refused_scans import ListedRefusal, RefusedScans, WhichRefusedScans, list_refused_scans
from functions.eagenda.records import REFUSED_SCANS
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def listed(meeting: Meeting, by: Actor | None = None, cursor: str | None = None) -> RefusedScans:
    which = WhichRefusedScans(meeting.id, cursor)
    answer: RefusedScans = meeting.desk.call(list_refused_scans, which, by=by or meeting.organiser)
    return answer


def test_the_organiser_sees_who_was_refused_and_why_the_latest_first(meeting: Meeting, stranger: Actor) -> None:
    first = meeting.desk.clock.now()
    with pytest.raises(NotInvited):
        meeting.scan(stranger)
    meeting.desk.clock.pass_(minutes=2)
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, meeting.code(first))

    assert listed(meeting).items == (
        ListedRefusal("Aditya", "code-expired", meeting.desk.clock.now()),
        ListedRefusal("Rina", "not-invited", first),
    )


def test_a_long_list_comes_in_pages(meeting: Meeting) -> None:
    meeting.desk.given(
        REFUSED_SCANS,
        *(
            RefusedScan(meeting.id, "p", f"Tamu {number}", "not-invited", meeting.opens_at + timedelta(seconds=number))
            for number in range(26)
        ),
    )
    first = listed(meeting)
    second = listed(meeting, cursor=first.next_cursor)

    assert [it.name for it in (*first.items, *second.items)] == [f"Tamu {number}" for number in range(25, -1, -1)]
    assert second.next_cursor is None


def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(list_refused_scans, WhichRefusedScans("tidak-ada"), by=meeting.organiser)


def test_to_another_office_there_is_no_list(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        listed(meeting, by=stranger)


def test_the_office_above_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        listed(meeting, by=superior)
