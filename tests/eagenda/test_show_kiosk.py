"""Showing a kiosk its agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.show_kiosk import ShownKiosk, show_kiosk
from tests.eagenda.kiosk import Kiosk

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting


def shown(kiosk: Kiosk) -> ShownKiosk:
    """Return what the kiosk gets."""
    answer: ShownKiosk = kiosk.meeting.desk.call(show_kiosk, by=kiosk.actor)
    return answer


def test_it_counts_who_is_present_however_they_came_to_be(meeting: Meeting) -> None:
    kiosk = Kiosk(meeting, attended=True)
    before = shown(kiosk)
    assert (before.agenda_id, before.present_count, before.invited_count) == (meeting.id, 0, 1)
    assert (before.attended, before.organiser_name, before.state) == (True, "Dewi", AgendaState.SCHEDULED)

    meeting.scan(meeting.guest)

    assert shown(kiosk).present_count == 1


def test_it_says_that_the_meeting_was_cancelled(meeting: Meeting) -> None:
    kiosk = Kiosk(meeting)
    meeting.cancel()
    assert shown(kiosk).state is AgendaState.CANCELLED
