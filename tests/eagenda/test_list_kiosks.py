"""Listing the kiosks of an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.list_kiosks import ListedKiosk, ListedKiosks, WhichKiosks, list_kiosks
from shared.refusals import RecordMissing
from tests.eagenda.kiosk import Kiosk

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting
    from tests.phone import Phone


def listed(meeting: Meeting, by: Actor | None = None) -> list[ListedKiosk]:
    found: ListedKiosks = meeting.desk.call(list_kiosks, WhichKiosks(meeting.id), by=by or meeting.organiser)
    return list(found.items)


def test_each_says_who_opened_it_and_what_it_sent(meeting: Meeting, phone: Phone, colleague: Actor) -> None:
    assert listed(meeting) == []
    door = Kiosk(meeting)
    opened_at = meeting.desk.clock.now()
    meeting.desk.clock.pass_(minutes=1)
    Kiosk(meeting, "pintu-belakang-1", attended=True)
    door.send(door.sees(phone.code()), door.sees("bukan kode"))

    first, second = listed(meeting, by=colleague)

    now = meeting.desk.clock.now()
    assert first == ListedKiosk("pintu-utama-0001", False, "Dewi", opened_at, 2, now, None)  # noqa: FBT003 -- as it is listed
    assert (second.kiosk_id, second.attended, second.scan_count, second.last_scan_at) == (
        "pintu-belakang-1",
        True,
        0,
        None,
    )


def test_who_does_not_run_the_meeting_sees_none(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    Kiosk(meeting)
    with pytest.raises(NotOrganiser):
        listed(meeting, superior)
    with pytest.raises(RecordMissing):
        listed(meeting, stranger)
