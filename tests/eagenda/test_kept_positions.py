"""Scans kept without a network that tell where the phone was, and pages of phones that know of no such thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.device import SignatureWrong
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.list_provisional_scans import WhichProvisionalScans, list_provisional_scans
from functions.eagenda.records import ATTENDANCE, participation_key
from tests.eagenda.locating import IN_MOJOSARI, IN_THE_HALL, asking
from tests.phone import Phone, tampered

if TYPE_CHECKING:
    from functions.eagenda.domain.distance import Position
    from functions.eagenda.sent_scan import SentScan
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

FAR = Distance(14802, 30, is_outside=True)


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return asking(desk)


@pytest.fixture
def phone(meeting: Meeting) -> Phone:
    own = Phone(meeting.desk, meeting.guest)
    own.enrol()
    return own


def keep(meeting: Meeting, phone: Phone, position: Position | None) -> SentScan:
    """Keep a scan that is sent an hour later."""
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now(), position)
    meeting.desk.clock.pass_(hours=1)
    return kept


def provisional_distance(meeting: Meeting) -> Distance | None:
    scan = meeting.provisional()
    assert scan is not None
    return scan.distance


def test_the_organiser_sees_the_distance_before_confirming_and_after(meeting: Meeting, phone: Phone) -> None:
    phone.send(keep(meeting, phone, IN_MOJOSARI))
    which = WhichProvisionalScans(meeting.id)
    [listed] = meeting.desk.call(list_provisional_scans, which, by=meeting.organiser).items
    assert listed.distance == FAR

    meeting.confirm(meeting.guest)
    attendance = meeting.desk.found(ATTENDANCE, participation_key(meeting.id, meeting.guest.id))
    assert attendance is not None
    assert attendance.distance == FAR


def test_a_phone_whose_page_is_older_sends_as_before(meeting: Meeting, phone: Phone) -> None:
    phone.send(keep(meeting, phone, None))
    assert provisional_distance(meeting) is None


def test_a_position_changed_on_the_way_breaks_the_signature(meeting: Meeting, phone: Phone) -> None:
    kept = keep(meeting, phone, IN_MOJOSARI)
    for position in (IN_THE_HALL, replace(IN_MOJOSARI, accuracy_metres=20_000), None):
        with pytest.raises(SignatureWrong):
            phone.send(tampered(kept, position=position), by=meeting.guest)
    with pytest.raises(SignatureWrong):
        phone.send(tampered(replace(kept, position=None), position=IN_THE_HALL), by=meeting.guest)


def test_a_position_given_after_the_scan_was_sent_comes_with_it_again(meeting: Meeting, phone: Phone) -> None:
    kept = keep(meeting, phone, None)
    phone.send(kept)
    again = phone.send(phone.signed(replace(kept, position=IN_MOJOSARI)), by=meeting.guest)
    assert again.already
    assert provisional_distance(meeting) == FAR

    phone.send(phone.signed(replace(kept, position=IN_THE_HALL)), by=meeting.guest)
    assert provisional_distance(meeting) == FAR


def test_a_meeting_that_does_not_ask_leaves_a_position_aside(meeting: Meeting, phone: Phone) -> None:
    meeting.edit(asks_position=False)
    phone.send(keep(meeting, phone, IN_MOJOSARI))
    assert provisional_distance(meeting) is None
