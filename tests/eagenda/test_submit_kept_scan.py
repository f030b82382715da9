"""Sending a scan that a phone kept while it had no signal."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.attendance import AttendanceOver, NotInvited
from functions.eagenda.domain.device import (
    DeviceClockWrong,
    DeviceReplaced,
    DeviceUnknown,
    SignatureWrong,
)
from functions.eagenda.domain.kept_scan import SentTooLate
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.submit_kept_scan import submit_kept_scan
from functions.portal.revoke_device import DeviceToRevoke, revoke_device
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import rfc3339
from tests.eagenda.meeting import Meeting
from tests.phone import Phone, tampered

if TYPE_CHECKING:
    from functions.eagenda.sent_scan import SentScan
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def kept(meeting: Meeting, phone: Phone) -> SentScan:
    """Return what the guest's phone kept at a quarter to nine; it is sent an hour later."""
    meeting.desk.clock.pass_(minutes=15)
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(hours=1)
    return kept


def test_it_waits_for_the_organiser_and_counts_for_nothing_until_then(
    meeting: Meeting, phone: Phone, kept: SentScan
) -> None:
    answer = phone.send(kept)

    assert (answer.agenda_title, answer.place) == ("Rapat Koordinasi SPBE", "Aula Majapahit")
    assert (answer.state, answer.attended_at, answer.already) == (ScanState.WAITING, None, False)
    scan = meeting.provisional()
    assert scan is not None
    assert (scan.attendee.name, scan.device_name) == ("Aditya", "Galaxy A14")
    assert (scan.scanned_at, scan.received_at) == (kept.scanned_at, meeting.desk.clock.now())
    assert meeting.present() == []
    assert meeting.desk.announced(AttendanceRecorded) == []


def test_the_same_nonce_twice_is_one(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    first = phone.send(kept)
    received = meeting.provisional()
    meeting.desk.clock.pass_(minutes=1)

    assert phone.send(kept) == first
    assert meeting.desk.call(submit_kept_scan, kept, by=phone.owner, key="another try").already
    assert meeting.provisional() == received


def test_a_second_scan_of_the_same_person_answers_the_first_one(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    phone.send(kept)
    received = meeting.provisional()

    again = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())

    assert phone.send(again).already
    assert meeting.provisional() == received


def test_letters_that_were_typed_without_signal_name_their_hall(meeting: Meeting, phone: Phone) -> None:
    letters, at = meeting.short_code(), meeting.desk.clock.now()
    meeting.desk.clock.pass_(hours=1)

    answer = phone.send(phone.keep(None, letters, at))

    assert (answer.agenda_id, answer.state) == (meeting.id, ScanState.WAITING)


def test_letters_that_no_hall_showed_are_refused(meeting: Meeting, phone: Phone) -> None:
    at = meeting.desk.clock.now()
    with pytest.raises(CodeExpired):
        phone.send(phone.keep(None, "AAAAAA", at))
    with pytest.raises(DeviceClockWrong):
        phone.send(phone.keep(None, meeting.short_code(), at + timedelta(days=1)))


def test_who_is_present_already_is_told_so_and_nothing_waits(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    present = meeting.scan(meeting.guest)

    answer = phone.send(kept)

    assert (answer.state, answer.attended_at, answer.already) == (ScanState.CONFIRMED, present.attended_at, True)
    assert meeting.provisional() is None


def test_a_photograph_of_the_code_sent_to_an_absent_colleague_and_submitted_later_stays_provisional(
    desk: Desk,
) -> None:
    absent = desk.employee("Sari", Permission.ATTEND, organisation="bapenda")
    meeting = Meeting(desk, absent)
    code, seen_in_the_hall = meeting.code(), desk.clock.now()
    desk.clock.pass_(hours=2)  # at home, with the photograph; the phone's clock can be set to any moment
    phone = Phone(desk, absent)
    phone.enrol()

    answer = phone.send(phone.keep(meeting.id, code, seen_in_the_hall))

    assert answer.state is ScanState.WAITING
    assert meeting.present() == []
    desk.clock.pass_(hours=8)
    assert meeting.present() == []
    closed = meeting.close(leave_waiting=True)
    assert (closed.present_count, meeting.present()) == (0, [])


def test_a_rejected_scan_answers_the_organisers_reason(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    phone.send(kept)
    meeting.reject(meeting.guest, "Tidak terlihat di aula")

    answer = meeting.desk.call(submit_kept_scan, kept, by=phone.owner, key="another try")

    assert (answer.state, answer.reason, answer.already) == (ScanState.REJECTED, "Tidak terlihat di aula", True)


@pytest.mark.parametrize(
    "change",
    [
        {"code": "kode lain"},
        {"agenda_id": None},
        {"nonce": "another nonce at all"},
        {"signature": ""},
        {"signature": "A" * 86},
        {"signature": "é" * 86},
        {"signature": "A" * 5000},
    ],
)
def test_what_was_changed_after_it_was_signed_is_refused(
    meeting: Meeting, phone: Phone, kept: SentScan, change: dict[str, object]
) -> None:
    with pytest.raises(SignatureWrong):
        phone.send(tampered(kept, **change))
    assert meeting.provisional() is None


def test_another_moment_than_the_signed_one_is_refused(phone: Phone, kept: SentScan) -> None:
    with pytest.raises(SignatureWrong):
        phone.send(tampered(kept, scanned_at=kept.scanned_at + timedelta(milliseconds=1)))


def test_nobody_sends_what_another_persons_phone_signed(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    colleague = meeting.desk.employee("Sari", Permission.ATTEND, organisation="bapenda")
    with pytest.raises(DeviceUnknown):
        phone.send(kept, by=colleague)
    own = Phone(meeting.desk, colleague)
    own.enrol()
    with pytest.raises(SignatureWrong):
        phone.send(tampered(kept, device_id=own.id), by=colleague)


def test_of_two_devices_of_one_person_the_replaced_one_is_told_and_the_other_sends(
    meeting: Meeting, phone: Phone, kept: SentScan
) -> None:
    newer = Phone(meeting.desk, meeting.guest, "Redmi 13C")
    newer.enrol(replaces=phone.id)

    with pytest.raises(DeviceReplaced, match="Redmi 13C"):
        phone.send(kept)
    assert newer.send(newer.keep(meeting.id, kept.code, kept.scanned_at)).state is ScanState.WAITING


def test_a_revoked_device_sends_nothing(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    meeting.desk.call(revoke_device, DeviceToRevoke(phone.id), by=meeting.guest)
    with pytest.raises(DeviceReplaced):
        phone.send(kept)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_phone_whose_clock_is_off_by_a_day_is_told_so(meeting: Meeting, phone: Phone, days: int) -> None:
    scan = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now() + timedelta(days=days))

    with pytest.raises(DeviceClockWrong, match="1 hari"):
        phone.send(scan)
    assert meeting.refused() == ["device-clock-wrong"]


def test_after_half_a_day_it_is_too_late(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    meeting.desk.clock.pass_(hours=11, seconds=1)
    with pytest.raises(SentTooLate):
        phone.send(kept)
    assert meeting.refused() == ["sent-too-late"]


def test_after_the_list_was_closed_nothing_is_taken(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    meeting.close()
    with pytest.raises(AttendanceOver):
        phone.send(kept)


def test_who_is_not_invited_is_refused_and_the_organiser_sees_it(desk: Desk, meeting: Meeting, stranger: Actor) -> None:
    phone = Phone(desk, stranger)
    phone.enrol()
    with pytest.raises(NotInvited):
        phone.send(phone.keep(meeting.id, meeting.code(), desk.clock.now()))
    assert meeting.refused() == ["not-invited"]


@pytest.mark.parametrize("agenda_id", ["tidak-ada", "..", "a/b", "x" * 2000])
def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting, phone: Phone, agenda_id: str) -> None:
    with pytest.raises(RecordMissing):
        phone.send(phone.keep(agenda_id, meeting.code(), meeting.desk.clock.now()))


def test_a_moment_without_a_zone_or_in_another_century_is_no_moment(meeting: Meeting, phone: Phone) -> None:
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    body = {"agenda_id": kept.agenda_id, "code": kept.code, "nonce": kept.nonce, "device_id": kept.device_id}
    for moment in ("2026-11-24T08:30:00", "1026-11-24T08:30:00Z", "besok", 1):
        sent = body | {"signature": kept.signature, "scanned_at": moment}
        response = meeting.desk.request(submit_kept_scan, json_body=sent, token=meeting.desk.token(meeting.guest))
        assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/scanned_at")


def test_it_goes_through_the_door_as_a_browser_sends_it(meeting: Meeting, phone: Phone, kept: SentScan) -> None:
    body = {
        "agenda_id": kept.agenda_id,
        "code": kept.code,
        "nonce": kept.nonce,
        "scanned_at": rfc3339(kept.scanned_at).replace("000Z", "Z"),
        "device_id": kept.device_id,
        "signature": kept.signature,
    }
    response = meeting.desk.request(submit_kept_scan, json_body=body, token=meeting.desk.token(phone.owner))
    assert (response.status_code, response.get_json()["state"]) == (200, "waiting")
