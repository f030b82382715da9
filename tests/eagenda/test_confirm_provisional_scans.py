"""Confirming kept scans: what makes an attendance of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.confirm_provisional_scans import ScansConfirmed, ScansToConfirm, confirm_provisional_scans
from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.attendance import AttendanceOver, Confirmation
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import ScanDecided, ScanState
from functions.eagenda.records import ATTENDANCE, participation_key
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.views.devices import PERSON_DEVICES
from tests.eagenda.meeting import Meeting
from tests.phone import Phone

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def sari(desk: Desk) -> Actor:
    return desk.employee("Sari", Permission.ATTEND, organisation="bapenda")


@pytest.fixture
def meeting(desk: Desk, sari: Actor) -> Meeting:
    """Return a meeting to which Sari is invited too; both have sent a scan that their phones kept."""
    meeting = Meeting(desk, sari)
    for person in (meeting.guest, sari):
        phone = Phone(desk, person)
        phone.enrol()
        kept = phone.keep(meeting.id, meeting.code(), desk.clock.now())
        desk.clock.pass_(minutes=1)
        phone.send(kept)
    desk.clock.pass_(minutes=30)
    return meeting


def test_a_confirmed_scan_is_an_attendance_by_the_phones_clock(meeting: Meeting) -> None:
    assert meeting.confirm(meeting.guest) == ScansConfirmed(1, 0)

    present = meeting.desk.found(ATTENDANCE, participation_key(meeting.id, meeting.guest.id))
    assert present is not None
    assert (present.at, present.method) == (meeting.opens_at, Method.OFFLINE)
    received = meeting.provisional()
    assert received is not None
    assert present.confirmation == Confirmation(received.received_at, meeting.desk.clock.now(), "Dewi")
    assert received.state is ScanState.CONFIRMED
    assert meeting.desk.announced(AttendanceRecorded) == [
        AttendanceRecorded(meeting.id, meeting.guest.id, meeting.opens_at)
    ]


def test_all_together_by_their_ids_and_each_once(meeting: Meeting, sari: Actor, colleague: Actor) -> None:
    assert meeting.confirm(meeting.guest, sari, meeting.guest, by=colleague) == ScansConfirmed(2, 0)
    assert sorted(meeting.present()) == sorted([meeting.guest.id, sari.id])


def test_confirming_again_changes_nothing(meeting: Meeting) -> None:
    meeting.confirm(meeting.guest)
    meeting.desk.clock.pass_(minutes=1)

    assert meeting.confirm(meeting.guest) == ScansConfirmed(0, 1)
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1


def test_who_scanned_in_the_hall_meanwhile_keeps_that_time(meeting: Meeting) -> None:
    in_the_hall = meeting.scan(meeting.guest)

    assert meeting.confirm(meeting.guest) == ScansConfirmed(0, 1)

    present = meeting.desk.found(ATTENDANCE, participation_key(meeting.id, meeting.guest.id))
    assert present is not None
    assert (present.at, present.method) == (in_the_hall.attended_at, Method.LINK)
    waiting = meeting.provisional()
    assert waiting is not None
    assert waiting.state is ScanState.CONFIRMED


def test_one_that_was_rejected_stops_them_all(meeting: Meeting, sari: Actor) -> None:
    meeting.reject(sari)
    with pytest.raises(ScanDecided, match="Sari: ditolak oleh Dewi"):
        meeting.confirm(meeting.guest, sari)
    assert meeting.present() == []


def test_nothing_is_confirmed_after_closing_or_cancelling(meeting: Meeting, desk: Desk, sari: Actor) -> None:
    meeting.close(leave_waiting=True)
    with pytest.raises(AttendanceOver):
        meeting.confirm(meeting.guest)

    other = Meeting(desk, sari)
    phone = Phone(desk, sari)
    phone.enrol(replaces=own_phone(desk, sari))
    phone.send(phone.keep(other.id, other.code(), desk.clock.now()))
    other.cancel()
    with pytest.raises(AgendaIsCancelled):
        other.confirm(sari)


def test_none_too_many_and_unknown_ones_are_refused(meeting: Meeting, stranger: Actor) -> None:
    for ids in ((), tuple(map(str, range(51)))):
        with pytest.raises(InvalidField):
            meeting.desk.call(confirm_provisional_scans, ScansToConfirm(meeting.id, ids), by=meeting.organiser)
    with pytest.raises(RecordMissing):
        meeting.confirm(stranger)


def test_a_scan_of_another_agenda_is_missing(meeting: Meeting, desk: Desk) -> None:
    other = Meeting(desk)
    which = ScansToConfirm(other.id, (participation_key(meeting.id, meeting.guest.id),))
    with pytest.raises(RecordMissing):
        desk.call(confirm_provisional_scans, which, by=meeting.organiser)


def test_only_who_runs_the_meeting_confirms(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        meeting.confirm(meeting.guest, by=superior)
    with pytest.raises(RecordMissing):
        meeting.confirm(meeting.guest, by=stranger)
    response = meeting.desk.request(
        confirm_provisional_scans,
        json_body={"agenda_id": meeting.id, "scan_ids": [participation_key(meeting.id, meeting.guest.id)]},
        token=meeting.desk.token(meeting.guest),
    )
    assert response.status_code == 403
    assert meeting.present() == []


def own_phone(desk: Desk, person: Actor) -> str:
    devices = desk.found(PERSON_DEVICES, person.id)
    assert devices is not None
    assert devices.active is not None
    return devices.active.id
