"""Forgetting the addresses of invited guests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.forget_guest_addresses import forget_guest_addresses
from functions.eagenda.invited_guests import INVITED_GUESTS
from tests.eagenda.guests_by_mail import RATNA, invite, only

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting

KEPT = timedelta(days=30)


@pytest.mark.usefixtures("away")
def test_an_address_is_forgotten_thirty_days_after_the_agenda_and_the_row_stays(meeting: Meeting) -> None:
    invite(meeting)
    meeting.desk.clock.set(meeting.ends_at + KEPT)
    meeting.desk.run_scheduled(forget_guest_addresses)
    assert only(meeting).email == RATNA.email

    meeting.desk.clock.pass_(minutes=15)
    meeting.desk.run_scheduled(forget_guest_addresses)
    assert (only(meeting).name, only(meeting).email) == (RATNA.name, "")
    assert RATNA.email not in repr(meeting.desk.records.get(INVITED_GUESTS.stored, only(meeting).id))
