"""How many came of each office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.show_attending_offices import WhichAttendingOffices, show_attending_offices
from shared.refusals import RecordMissing
from tests.eagenda.by_office import BAPENDA, DINSOS, meeting_of_two_offices
from tests.eagenda.one_store import one_store

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

pytestmark = one_store


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return meeting_of_two_offices(desk)


def test_each_office_finds_whom_it_sent(meeting: Meeting) -> None:
    shown = meeting.desk.call(show_attending_offices, WhichAttendingOffices(meeting.id), by=meeting.organiser).items
    assert [(it.name, it.invited_count, it.present_count) for it in shown] == [(BAPENDA, 2, 1), (DINSOS, 1, 1)]


def test_nobody_but_those_who_run_the_meeting_is_told(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    which = WhichAttendingOffices(meeting.id)
    with pytest.raises(NotOrganiser):
        meeting.desk.call(show_attending_offices, which, by=superior)
    with pytest.raises(RecordMissing):
        meeting.desk.call(show_attending_offices, which, by=stranger)
