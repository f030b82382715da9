"""Telling those invited that they are, and that a meeting is cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.rules.notice import NoticeKind
from tests.eagenda.meeting import Meeting
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.desk import Desk


def test_everybody_invited_is_told_where_and_when_except_who_calls_the_meeting(desk: Desk) -> None:
    meeting = Meeting(desk, desk.employee("Dewi"), dress="Batik Mojokerto")
    desk.deliver()
    [notice] = told(desk, meeting.guest)
    assert (notice.kind, notice.link) == (NoticeKind.AGENDA_INVITED, f"/agenda/{meeting.id}")
    assert notice.detail == (
        "Rapat Koordinasi SPBE · Selasa, 24 November 2026 pukul 09.00 WIB · Aula Majapahit · Pakaian: Batik Mojokerto"
    )
    assert told(desk, meeting.organiser) == []


def test_everybody_invited_is_told_urgently_that_a_meeting_is_cancelled(desk: Desk) -> None:
    meeting = Meeting(desk)
    desk.deliver()
    desk.clock.pass_(minutes=1)
    meeting.cancel()
    desk.deliver()
    assert [(it.kind, it.is_urgent) for it in told(desk, meeting.guest)] == [
        (NoticeKind.AGENDA_CANCELLED, True),
        (NoticeKind.AGENDA_INVITED, False),
    ]


def test_the_same_event_again_tells_nobody_twice(meeting: Meeting) -> None:
    meeting.desk.deliver()
    meeting.desk.deliver_again()
    assert len(told(meeting.desk, meeting.guest)) == 1
