"""Recording attendance by the hall's QR code."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, NotInvited, RefusedScan
from functions.eagenda.domain.presented_code import CodeExpired, Method
from functions.eagenda.record_attendance import Scan, record_attendance
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER, OF_AGENDA_LATEST_FIRST, REFUSED_SCANS
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.kernel.journal import State
from shared.kernel.problems import KeyReused
from shared.refusals import RecordMissing
from shared.rules.calendar import rfc3339
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

INSTANT = timedelta(microseconds=1)


def test_who_scans_the_halls_code_is_present(meeting: Meeting) -> None:
    now = meeting.desk.clock.now()

    answer = meeting.scan(meeting.guest)

    assert (answer.person_name, answer.agenda_title, answer.place) == (
        "Aditya",
        "Rapat Koordinasi SPBE",
        "Aula Majapahit",
    )
    assert (answer.attended_at, answer.already) == (now, False)
    [attendance] = meeting.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)
    assert (attendance.attendee.person_id, attendance.method) == (meeting.guest.id, Method.LINK)
    assert (attendance.attendee.position_title, attendance.attendee.organisation_name) == (
        "Jabatan Aditya",
        "Dinas Bapenda",
    )
    assert meeting.desk.announced(AttendanceRecorded) == [AttendanceRecorded(meeting.id, meeting.guest.id, now)]


def test_a_second_scan_answers_the_first_ones_time(meeting: Meeting) -> None:
    first = meeting.scan(meeting.guest)
    meeting.desk.clock.pass_(minutes=7)

    second = meeting.scan(meeting.guest)

    assert (second.attended_at, second.already) == (first.attended_at, True)
    assert meeting.present() == [meeting.guest.id]
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1


def test_who_is_present_stays_so_whatever_is_scanned_later(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.close()

    assert meeting.scan(meeting.guest, code="layar kemarin").already
    assert meeting.refused() == []


@pytest.mark.parametrize("late", [timedelta(0), timedelta(seconds=30), timedelta(seconds=60) - INSTANT])
def test_the_code_of_the_current_and_of_the_previous_slot_is_accepted(meeting: Meeting, late: timedelta) -> None:
    code = meeting.code()
    meeting.desk.clock.set(meeting.desk.clock.now() + late)

    assert not meeting.scan(meeting.guest, code).already


@pytest.mark.parametrize("late", [timedelta(seconds=60), timedelta(minutes=10), -INSTANT])
def test_the_code_of_an_older_or_a_coming_slot_is_refused_as_expired(meeting: Meeting, late: timedelta) -> None:
    code = meeting.code()
    meeting.desk.clock.set(meeting.desk.clock.now() + late)

    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, code)
    assert meeting.refused() == ["code-expired"]


def test_a_code_of_another_agenda_is_refused(desk: Desk, meeting: Meeting) -> None:
    other = Meeting(desk)

    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, other.code())


@pytest.mark.parametrize("days", [-1, 1])
def test_a_code_of_another_day_is_refused(meeting: Meeting, days: int) -> None:
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, meeting.code(meeting.desk.clock.now() + timedelta(days=days)))


@pytest.mark.parametrize("code", ["0", "k\u00f3de", "x" * 5000, "\N{NULL}"])
def test_a_text_that_is_no_code_at_all_is_refused_as_expired(meeting: Meeting, code: str) -> None:
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, code)


def test_the_letters_to_be_typed_are_no_link(meeting: Meeting) -> None:
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, meeting.short_code())


def test_who_is_not_invited_is_told_whom_to_ask(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(NotInvited) as refusal:
        meeting.scan(stranger)
    assert refusal.value.facts == {"organiser_name": "Dewi"}
    assert meeting.present() == []


def test_the_organiser_is_present_only_when_invited(meeting: Meeting) -> None:
    with pytest.raises(NotInvited):
        meeting.scan(meeting.organiser)


def test_an_instant_before_the_opening_is_too_early_and_the_opening_is_not(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.opens_at - INSTANT)
    with pytest.raises(AttendanceNotOpen) as refusal:
        meeting.scan(meeting.guest)
    assert refusal.value.facts == {"opens_at": meeting.opens_at}

    meeting.desk.clock.set(meeting.opens_at)
    assert not meeting.scan(meeting.guest).already


def test_the_closing_is_too_late_and_an_instant_before_it_is_not(meeting: Meeting, stranger: Actor) -> None:
    other = Meeting(meeting.desk, stranger)
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AttendanceOver) as refusal:
        other.scan(stranger)
    assert refusal.value.facts == {"closes_at": meeting.ends_at, "organiser_name": "Dewi"}

    meeting.desk.clock.set(meeting.ends_at - INSTANT)
    assert not other.scan(stranger).already


def test_after_the_list_was_closed_nobody_is_added(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(minutes=40)
    meeting.close()

    with pytest.raises(AttendanceOver) as refusal:
        meeting.scan(meeting.guest)
    assert refusal.value.facts["closes_at"] == meeting.desk.clock.now()
    assert meeting.present() == []


@pytest.mark.parametrize("minutes", [-60, 0, 45])
def test_a_cancelled_meeting_takes_no_attendance_and_says_why(meeting: Meeting, minutes: int) -> None:
    meeting.desk.clock.pass_(minutes=minutes)
    meeting.cancel("Hujan lebat")

    with pytest.raises(AgendaIsCancelled) as refusal:
        meeting.scan(meeting.guest)
    assert refusal.value.facts == {"reason": "Hujan lebat"}


def test_a_refused_scan_is_kept_with_its_reason_and_changes_nothing_else(meeting: Meeting, stranger: Actor) -> None:
    at = meeting.desk.clock.now()
    with pytest.raises(NotInvited):
        meeting.scan(stranger)

    kept = meeting.desk.all(REFUSED_SCANS, OF_AGENDA_LATEST_FIRST, meeting.id)
    assert kept == [RefusedScan(meeting.id, stranger.id, "Rina", "not-invited", at)]
    assert meeting.present() == []
    assert meeting.desk.announced(AttendanceRecorded) == []
    row = next(row for row in meeting.desk.journal() if row.operation == "eagenda_record_attendance")
    assert (row.state, row.refusal, row.actor) == (State.REFUSED, "not-invited", stranger.id)


def test_each_refused_scan_is_kept(meeting: Meeting, stranger: Actor) -> None:
    for seconds in (1, 2, 3):
        meeting.desk.clock.pass_(seconds=seconds)
        with pytest.raises(NotInvited):
            meeting.scan(stranger)
    assert meeting.refused() == ["not-invited"] * 3


def test_who_cannot_show_the_code_learns_nothing_of_the_meeting(meeting: Meeting, stranger: Actor) -> None:
    meeting.cancel("Rahasia")

    with pytest.raises(CodeExpired) as refusal:
        meeting.scan(stranger, "tebakan")
    assert refusal.value.facts == {}
    assert "Rahasia" not in refusal.value.detail


@pytest.mark.parametrize("agenda_id", ["tidak-ada", "", "..", "a/b", "__agenda__", "x" * 2000])
def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting, agenda_id: str) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(record_attendance, Scan(agenda_id, meeting.code()), by=meeting.guest)


@pytest.mark.parametrize("skew", [timedelta(hours=-9), timedelta(days=300)])
def test_the_clock_of_a_phone_changes_nothing(meeting: Meeting, skew: timedelta) -> None:
    now = meeting.desk.clock.now()
    response = meeting.desk.request(
        record_attendance,
        json_body={"agenda_id": meeting.id, "code": meeting.code()},
        token=meeting.desk.token(meeting.guest),
        headers={"Date": _http_date(now + skew)},
    )

    assert response.get_json()["attended_at"] == rfc3339(now)


def test_a_time_sent_along_is_an_unknown_field(meeting: Meeting) -> None:
    body = {"agenda_id": meeting.id, "code": meeting.code(), "attended_at": rfc3339(meeting.starts_at)}

    response = meeting.desk.request(record_attendance, json_body=body, token=meeting.desk.token(meeting.guest))

    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/attended_at")
    assert meeting.present() == []


def test_the_same_key_again_gives_the_stored_answer_and_one_attendance(meeting: Meeting) -> None:
    code = meeting.code()
    first = meeting.scan(meeting.guest, code, key="ketukan-1")
    meeting.desk.clock.pass_(minutes=5)

    assert meeting.scan(meeting.guest, code, key="ketukan-1") == first
    assert not first.already
    with pytest.raises(KeyReused):
        meeting.scan(meeting.guest, "kode lain", key="ketukan-1")


def test_a_refused_scan_may_be_sent_again_under_its_key(meeting: Meeting) -> None:
    code = meeting.code(meeting.opens_at)
    meeting.desk.clock.set(meeting.opens_at - INSTANT)
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, code, key="ketukan-1")

    meeting.desk.clock.set(meeting.opens_at)
    assert not meeting.scan(meeting.guest, code, key="ketukan-1").already


def _http_date(moment: datetime) -> str:
    return moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
