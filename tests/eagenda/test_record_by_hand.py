"""Writing somebody down by hand who was there and did not scan."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, ByHand
from functions.eagenda.domain.by_hand import PersonNotInvited
from functions.eagenda.domain.kiosk import PersonUnknown
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.record_by_hand import EntryByHand, WrittenDown, record_by_hand
from functions.eagenda.records import ATTENDANCE, participation_key
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.tasks.task import TASKS, TaskKind, TaskState, task_id
from tests.eagenda.meeting import Meeting
from tests.eagenda.test_record_kiosk_scans_together import at_once
from tests.phone import Phone

if TYPE_CHECKING:
    from functions.eagenda.domain.attendance import Attendance
    from shared.actor import Actor
    from tests.desk import Desk

REASON = "Ponsel tertinggal"


def write_down(meeting: Meeting, by: Actor | None = None, **entry: Any) -> WrittenDown:  # noqa: ANN401 -- fields of an entry
    made = EntryByHand(meeting.id, **{"person_id": meeting.guest.id, "reason": REASON, **entry})
    written: WrittenDown = meeting.desk.call(record_by_hand, made, by=by or meeting.organiser)
    return written


def attended(meeting: Meeting) -> Attendance:
    found = meeting.desk.found(ATTENDANCE, participation_key(meeting.id, meeting.guest.id))
    assert found is not None
    return found


def test_whoever_has_no_telephone_is_present_with_the_reason_and_the_name_of_who_wrote_it(meeting: Meeting) -> None:
    written = write_down(meeting)

    now = meeting.desk.clock.now()
    assert written == WrittenDown("Aditya", now, None, already=False)
    found = attended(meeting)
    assert (found.method, found.at, found.attendee.nip) == (Method.BY_HAND, now, meeting.guest.nip)
    assert found.by_hand is not None
    assert (found.by_hand.reason, found.by_hand.by) == (REASON, "Dewi")
    assert [it.person_id for it in meeting.desk.announced(AttendanceRecorded)] == [meeting.guest.id]


def test_who_has_scanned_stays_present_as_they_were(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    before = attended(meeting)
    meeting.desk.clock.pass_(minutes=5)

    written = write_down(meeting)

    assert written.already
    assert written.attended_at == before.at
    assert attended(meeting) == before
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1


def test_after_the_meeting_they_are_written_down_with_the_time_at_which_they_were_seen(meeting: Meeting) -> None:
    seen_at = meeting.starts_at + timedelta(minutes=5)
    meeting.desk.clock.pass_(hours=9)

    with pytest.raises(AttendanceOver, match="Isi pukul orang itu terlihat"):
        write_down(meeting)
    assert write_down(meeting, seen_at=seen_at).attended_at == seen_at
    assert attended(meeting).at == seen_at


def test_nobody_is_seen_at_a_time_to_come_or_before_attendance_opens(meeting: Meeting) -> None:
    now = meeting.desk.clock.now()
    with pytest.raises(InvalidField, match="Isi pukul yang sudah lewat"):
        write_down(meeting, seen_at=now + timedelta(minutes=2))
    with pytest.raises(AttendanceNotOpen):
        write_down(meeting, seen_at=meeting.opens_at - timedelta(seconds=1))
    assert meeting.present() == []


def test_whoever_leaves_without_a_telephone_is_written_down_again(desk: Desk) -> None:
    meeting = Meeting(desk, leaving_minutes=15)
    desk.clock.pass_(minutes=31)
    write_down(meeting)
    desk.clock.pass_(minutes=50)

    written = write_down(meeting, reason="Lupa memindai")

    assert (written.left_at, written.already) == (desk.clock.now(), False)
    found = attended(meeting)
    assert found.left_by is Method.BY_HAND
    assert (found.by_hand, found.left_by_hand) == (ByHand(REASON, "Dewi"), ByHand("Lupa memindai", "Dewi"))


def test_who_is_not_invited_is_refused_with_the_way_out(meeting: Meeting) -> None:
    stranger = meeting.desk.employee("Budi", Permission.ATTEND)
    with pytest.raises(PersonNotInvited, match="Undang dulu"):
        write_down(meeting, person_id=stranger.id)


@pytest.mark.parametrize("who", ["nobody", ""])
def test_somebody_unknown_is_refused(meeting: Meeting, who: str) -> None:
    with pytest.raises(PersonUnknown):
        write_down(meeting, person_id=who)


def test_a_closed_list_and_a_cancelled_meeting_take_nobody(desk: Desk) -> None:
    closed, cancelled = Meeting(desk), Meeting(desk, title="Rapat yang batal")
    closed.close()
    cancelled.cancel()

    with pytest.raises(AttendanceOver, match="Daftar yang ditutup tidak berubah"):
        write_down(closed)
    with pytest.raises(AgendaIsCancelled):
        write_down(cancelled)


def test_to_another_office_there_is_no_agenda_and_the_office_above_is_told_whom_to_ask(
    meeting: Meeting, stranger: Actor, superior: Actor
) -> None:
    with pytest.raises(RecordMissing):
        write_down(meeting, by=stranger)
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        write_down(meeting, by=superior)
    assert meeting.present() == []


def test_the_scan_that_their_phone_kept_waits_for_nobody_any_more(meeting: Meeting, phone: Phone) -> None:
    phone.send(phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now()))
    meeting.desk.clock.pass_(minutes=20)

    write_down(meeting)

    scan, asked = meeting.provisional(), meeting.desk.found(TASKS, task_id(TaskKind.PROVISIONAL_SCANS, meeting.id))
    assert scan is not None
    assert scan.decision is not None
    assert (scan.state, scan.decision.by) == (ScanState.CONFIRMED, "Dewi")
    assert asked is not None
    assert asked.state is TaskState.SETTLED


def test_two_who_write_the_same_person_down_while_they_scan_make_one_attendance(desk: Desk) -> None:
    meeting = Meeting(desk)
    colleague = desk.employee("Citra", Permission.ORGANISE_AGENDA)
    code = meeting.code()

    first, second, _ = at_once(
        lambda: write_down(meeting),
        lambda: write_down(meeting, by=colleague),
        lambda: meeting.scan(meeting.guest, code),
    )

    assert meeting.present() == [meeting.guest.id]
    assert first.attended_at == second.attended_at == attended(meeting).at
    assert len(desk.announced(AttendanceRecorded)) == 1
