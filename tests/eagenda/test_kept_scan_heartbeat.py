"""Whether a kept scan counts by the heartbeat of its phone; the photograph of a code is the case to beat."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.provisional_scan import ScanState
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.permissions import Permission
from shared.tasks.task import TASKS, TaskKind, task_id
from tests.eagenda.kiosk import Kiosk
from tests.eagenda.meeting import Meeting
from tests.phone import Phone

if TYPE_CHECKING:
    from tests.desk import Desk


def test_a_phone_that_beat_before_the_code_and_sends_at_once_makes_its_owner_present(
    meeting: Meeting, phone: Phone
) -> None:
    clock = meeting.desk.clock
    phone.beat()
    clock.pass_(minutes=20)
    kept = phone.keep(meeting.id, meeting.code(), clock.now())
    clock.pass_(seconds=100)  # no signal for a moment, as in a full hall

    answer = phone.send(kept)

    assert (answer.state, answer.attended_at, answer.already) == (ScanState.CONFIRMED, kept.scanned_at, False)
    assert meeting.present() == [meeting.guest.id]
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1
    scan = meeting.provisional()
    assert scan is not None
    assert scan.decision is not None
    assert (scan.state, scan.decision.by) == (ScanState.CONFIRMED, "Denyut ponsel")
    assert meeting.desk.found(TASKS, task_id(TaskKind.PROVISIONAL_SCANS, meeting.id)) is None


def test_a_photograph_of_the_code_submitted_later_by_an_absent_colleague_whose_phone_beats_does_not_count(
    desk: Desk,
) -> None:
    absent = desk.employee("Sari", Permission.ATTEND, organisation="bapenda")
    meeting = Meeting(desk, absent)
    phone = Phone(desk, absent)
    phone.enrol()
    phone.beat()  # a phone like any other: enrolled long ago, in touch this morning
    desk.clock.pass_(minutes=20)
    photograph, seen_in_the_hall = meeting.code(), desk.clock.now()
    desk.clock.pass_(minutes=3)

    answer = phone.send(phone.keep(meeting.id, photograph, seen_in_the_hall))

    assert answer.state is ScanState.WAITING
    desk.clock.set(meeting.ends_at)
    assert meeting.close(leave_waiting=True).present_count == 0
    assert meeting.present() == []


def test_stating_a_later_moment_makes_the_code_no_younger(meeting: Meeting, phone: Phone) -> None:
    phone.beat()
    meeting.desk.clock.pass_(minutes=20)
    code = meeting.code()
    meeting.desk.clock.pass_(minutes=2, seconds=15)

    answer = phone.send(phone.keep(meeting.id, code, meeting.desk.clock.now()))

    assert answer.state is ScanState.WAITING


def test_neither_a_beat_since_the_code_nor_none_nor_one_of_yesterday_makes_it_count(desk: Desk) -> None:
    people = [desk.employee(name, Permission.ATTEND) for name in ("Sari", "Tini", "Joko")]
    never, since, yesterday = (Phone(desk, person) for person in people)
    for phone in (never, since, yesterday):
        phone.enrol()
    yesterday.beat()
    desk.clock.pass_(hours=25)
    meeting = Meeting(desk, *people)
    kept = [phone.keep(meeting.id, meeting.code(), desk.clock.now()) for phone in (never, since, yesterday)]
    desk.clock.pass_(seconds=20)
    since.beat()

    answers = [phone.send(scan) for phone, scan in zip((never, since, yesterday), kept, strict=True)]

    assert [it.state for it in answers] == [ScanState.WAITING] * 3
    assert meeting.present() == []


def test_the_beat_of_an_earlier_phone_says_nothing_of_a_new_one(meeting: Meeting, phone: Phone) -> None:
    phone.beat()
    meeting.desk.clock.pass_(minutes=20)
    new = Phone(meeting.desk, meeting.guest, "Redmi 12")
    new.enrol(replaces=phone.id)
    meeting.desk.clock.pass_(minutes=1)

    assert new.send(new.keep(meeting.id, meeting.code(), meeting.desk.clock.now())).state is ScanState.WAITING


def test_what_a_phone_sends_after_a_kiosk_saw_its_owner_is_present_already(meeting: Meeting, phone: Phone) -> None:
    clock, kiosk = meeting.desk.clock, Kiosk(meeting)
    kept = phone.keep(meeting.id, meeting.code(), clock.now())
    clock.pass_(minutes=5)
    kiosk.send(kiosk.sees(phone.code()))
    clock.pass_(hours=1)

    answer = phone.send(kept)

    assert (answer.state, answer.already) == (ScanState.CONFIRMED, True)
    assert answer.attended_at == kept.scanned_at + timedelta(minutes=5)
