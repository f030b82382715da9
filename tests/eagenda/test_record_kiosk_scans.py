"""Recording those whom a kiosk saw."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.answer import Represented
from functions.eagenda.domain.invitation import invite
from functions.eagenda.domain.kiosk import MOST_AT_ONCE
from functions.eagenda.domain.kiosk_scan import ScanOutcome
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.records import ATTENDANCE, INVITATIONS, participation_key
from functions.portal.revoke_device import DeviceToRevoke, revoke_device
from functions.portal.suspend_account import AccountToSuspend, suspend_account
from shared.accounts.proof import PROOFS, RecentProof
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.tasks.task import TASKS, TaskKind, TaskState, task_id
from tests.eagenda.kiosk import Kiosk
from tests.eagenda.meeting import Meeting
from tests.phone import Phone

if TYPE_CHECKING:
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.kiosk_scan import TakenScan
    from tests.desk import Desk

RECORDED, ALREADY, REFUSED = ScanOutcome.RECORDED, ScanOutcome.ALREADY, ScanOutcome.REFUSED


@pytest.fixture
def kiosk(meeting: Meeting) -> Kiosk:
    return Kiosk(meeting)


def attended(meeting: Meeting) -> Attendance:
    """Return the attendance of the meeting's guest."""
    found = meeting.desk.found(ATTENDANCE, participation_key(meeting.id, meeting.guest.id))
    assert found is not None
    return found


def slugs(taken: list[TakenScan]) -> list[str]:
    """Return the reasons of what was refused."""
    return [it.refusal.slug for it in taken if it.refusal]


def test_who_shows_their_own_code_is_present_as_of_the_kiosks_moment(
    meeting: Meeting, phone: Phone, kiosk: Kiosk
) -> None:
    [taken] = kiosk.send(kiosk.sees(phone.code()))

    now = meeting.desk.clock.now()
    assert (taken.outcome, taken.person_name, taken.attended_at) == (RECORDED, "Aditya", now)
    attendance = attended(meeting)
    assert (attendance.method, attendance.at, attendance.attendee.nip) == (Method.KIOSK, now, meeting.guest.nip)
    assert attendance.attendee.position_title == "Jabatan Aditya"
    assert [it.person_id for it in meeting.desk.announced(AttendanceRecorded)] == [meeting.guest.id]


def test_the_same_nonce_twice_is_one_and_another_one_is_already_present(
    meeting: Meeting, phone: Phone, kiosk: Kiosk
) -> None:
    first = kiosk.sees(phone.code())
    taken = kiosk.send(first)
    meeting.desk.clock.pass_(minutes=1)

    assert kiosk.send(first) == taken
    second = kiosk.sees(phone.code())
    [again] = kiosk.send(second)

    assert (again.outcome, again.attended_at) == (ALREADY, taken[0].attended_at)
    assert [kiosk.row_of(it).outcome for it in (first, second)] == [RECORDED, ALREADY]
    assert meeting.present() == [meeting.guest.id]
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1


def test_a_code_is_worth_two_slots(meeting: Meeting, phone: Phone, kiosk: Kiosk) -> None:
    meeting.desk.clock.pass_(minutes=1)
    code, began = phone.code(), meeting.desk.clock.now()

    taken = kiosk.send(*(kiosk.sees(code, began + timedelta(seconds=late)) for late in (-6, -5, 30, 59, 60, 90)))

    assert [it.outcome for it in taken] == [REFUSED, RECORDED, ALREADY, ALREADY, REFUSED, REFUSED]
    assert slugs(taken) == ["device-clock-wrong", "code-expired", "code-expired"]


def test_what_is_refused_is_kept_with_its_reason_and_once(meeting: Meeting, phone: Phone, kiosk: Kiosk) -> None:
    desk, now = meeting.desk, meeting.desk.clock.now()
    stranger = Phone(desk, desk.employee("Rina", Permission.ATTEND, organisation="dinsos"))
    stranger.enrol()
    form, person, device, slot, signature = phone.code().split(".")
    forged = ".".join((form, person, device, slot, stranger.code().split(".")[-1]))
    others = f"{form}.{person}.{stranger.id}.{slot}.{signature}"
    late = str(int(slot) + 1)
    scans = [
        kiosk.sees("https://contoh.example/menu-kantin"),
        kiosk.sees(f"{form}.p-tidak-ada.{device}.{slot}.{signature}"),
        kiosk.sees(others),
        kiosk.sees(forged),
        kiosk.sees(f"{form}.{person}.{device}.{late}.{signature}"),
        kiosk.sees(phone.code(now + timedelta(minutes=3))),
        kiosk.sees(stranger.code()),
        kiosk.sees(phone.code(), now + timedelta(minutes=5)),
        kiosk.sees(phone.code(), now - timedelta(hours=30)),
        kiosk.sees(""),
        kiosk.writes_down(nip=str(meeting.guest.nip)),
    ]

    taken = kiosk.send(*scans)

    expected = [
        "code-unknown",
        "person-unknown",
        "device-unknown",
        "signature-wrong",
        "signature-wrong",
        "device-clock-wrong",
        "not-invited",
        "device-clock-wrong",
        "sent-too-late",
        "code-unknown",
        "by-hand-not-allowed",
    ]
    assert slugs(taken) == expected
    assert kiosk.send(*scans) == taken
    assert sorted(meeting.refused()) == sorted(expected)
    assert meeting.present() == []


def test_a_phone_that_was_replaced_speaks_for_nobody_and_before_it_did(
    meeting: Meeting, phone: Phone, kiosk: Kiosk
) -> None:
    meeting.desk.clock.pass_(minutes=10)
    before = kiosk.sees(phone.code())
    meeting.desk.clock.pass_(minutes=1)
    meeting.desk.call(revoke_device, DeviceToRevoke(phone.id), by=phone.owner)

    assert slugs(kiosk.send(kiosk.sees(phone.code()))) == ["device-replaced"]
    assert kiosk.send(before)[0].outcome is RECORDED


def test_a_key_younger_than_the_scan_is_unknown(meeting: Meeting, kiosk: Kiosk) -> None:
    now = meeting.desk.clock.now()
    meeting.desk.clock.pass_(minutes=10)
    young = Phone(meeting.desk, meeting.guest)
    young.enrol()

    assert slugs(kiosk.send(kiosk.sees(young.code(now), now))) == ["device-unknown"]


def test_the_meetings_own_reasons_come_after_the_codes(desk: Desk) -> None:
    cancelled, early, over = (
        Meeting(desk),
        Meeting(desk, starts_at=desk.clock.now() + timedelta(hours=2)),
        Meeting(desk),
    )
    phone = Phone(desk, over.guest)
    phone.enrol()
    kiosks = [Kiosk(it) for it in (cancelled, early, over)]
    cancelled.cancel()
    over.close()

    said = [slugs(it.send(it.sees(phone.code()))) for it in kiosks]

    assert said == [["agenda-is-cancelled"], ["attendance-not-open"], ["attendance-over"]]
    assert [it.refused() for it in (cancelled, early, over)] == said


def test_a_suspended_account_shows_no_code(desk: Desk, meeting: Meeting, phone: Phone, kiosk: Kiosk) -> None:
    code = phone.code()
    administrator = desk.employee("Fajar", Permission.MANAGE_DIRECTORY)
    desk.given(PROOFS, RecentProof(administrator.session_id, administrator.id, desk.clock.now()))
    desk.call(suspend_account, AccountToSuspend(meeting.guest.id, "Pensiun"), by=administrator)

    assert slugs(kiosk.send(kiosk.sees(code))) == ["person-suspended"]


def test_who_has_no_phone_is_written_down_by_hand_with_the_reason(meeting: Meeting) -> None:
    kiosk = Kiosk(meeting, attended=True)

    [taken] = kiosk.send(kiosk.writes_down(nip="199409222019031903"))

    assert (taken.outcome, taken.person_name) == (RECORDED, "Aditya")
    attendance = attended(meeting)
    assert attendance.method is Method.BY_HAND
    assert attendance.by_hand is not None
    assert (attendance.by_hand.reason, attendance.by_hand.by) == ("Ponsel tertinggal", "Dewi")
    [again] = kiosk.send(kiosk.writes_down(person_id=meeting.guest.id))
    assert again.outcome is ALREADY
    assert slugs(kiosk.send(kiosk.writes_down(nip="198609262015051001"))) == ["person-unknown"]


def test_a_deputy_is_present_in_whose_place_they_came(meeting: Meeting, phone: Phone, kiosk: Kiosk) -> None:
    represented = Represented("p-retno", "Retno", "Kepala Bapenda")
    invitation = replace(invite(meeting.agenda(), meeting.guest.id), represents=represented, is_deputy=True)
    meeting.desk.given(INVITATIONS, invitation)

    kiosk.send(kiosk.sees(phone.code()))

    assert attended(meeting).attendee.represents == "mewakili Kepala Bapenda"


def test_a_kiosk_that_sees_somebody_settles_what_their_phone_kept(meeting: Meeting, phone: Phone, kiosk: Kiosk) -> None:
    phone.send(phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now()))
    task = task_id(TaskKind.PROVISIONAL_SCANS, meeting.id)
    meeting.desk.clock.pass_(minutes=20)

    kiosk.send(kiosk.sees(phone.code()))

    scan, asked = meeting.provisional(), meeting.desk.found(TASKS, task)
    assert scan is not None
    assert scan.decision is not None
    assert (scan.state, scan.decision.by) == (ScanState.CONFIRMED, "Kios")
    assert attended(meeting).at == meeting.desk.clock.now()
    assert asked is not None
    assert asked.state is TaskState.SETTLED


def test_the_task_waits_on_while_somebody_elses_scan_does(desk: Desk) -> None:
    sari = desk.employee("Sari", Permission.ATTEND, organisation="bapenda")
    meeting = Meeting(desk, sari)
    phones = [Phone(desk, it) for it in (meeting.guest, sari)]
    for one in phones:
        one.enrol()
        one.send(one.keep(meeting.id, meeting.code(), desk.clock.now()))
    kiosk = Kiosk(meeting)

    kiosk.send(kiosk.sees(phones[0].code()))
    asked = desk.found(TASKS, task_id(TaskKind.PROVISIONAL_SCANS, meeting.id))

    assert asked is not None
    assert asked.state is TaskState.OPEN
    kiosk.send(kiosk.sees(phones[1].code()))
    asked = desk.found(TASKS, task_id(TaskKind.PROVISIONAL_SCANS, meeting.id))
    assert asked is not None
    assert asked.state is TaskState.SETTLED


def test_a_batch_is_one_to_twenty(kiosk: Kiosk, phone: Phone) -> None:
    scan = kiosk.sees(phone.code())
    for wrong in ([], [replace(scan, nonce=f"{scan.nonce}-{number}") for number in range(MOST_AT_ONCE + 1)]):
        with pytest.raises(InvalidField):
            kiosk.send(*wrong)
    full = [replace(scan, nonce=f"{scan.nonce}-{number}") for number in range(MOST_AT_ONCE)]
    assert [it.outcome for it in kiosk.send(*full)] == [RECORDED, *[ALREADY] * (MOST_AT_ONCE - 1)]


def test_a_kiosk_that_was_never_opened_here_is_missing(meeting: Meeting, kiosk: Kiosk, phone: Phone) -> None:
    now = meeting.desk.clock.now()
    for agenda_id, kiosk_id in ((meeting.id, "kios-lain-0000001"), ("tidak-ada", "pintu-utama-0001")):
        kiosk.token = meeting.desk.identity.kiosk_token(agenda_id, kiosk_id, now + timedelta(hours=1)).text
        with pytest.raises(RecordMissing):
            kiosk.send(kiosk.sees(phone.code()))


def test_nonsense_before_the_camera_is_an_unknown_code_or_person(kiosk: Kiosk) -> None:
    nonsense = ["tkh1....", "tkh1.a/b.c.1.d", f"tkh1.{'x' * 300}.c.1.d", "tkh1.p.c.²³.d", "tkh1.p.c.-1.d", "."]
    taken = kiosk.send(*(kiosk.sees(code) for code in nonsense))
    assert slugs(taken) == ["code-unknown", "person-unknown", "person-unknown", *["code-unknown"] * 3]
