"""Agendas of several sittings, each with an attendance of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.arranging import PlannedSitting
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver
from functions.eagenda.domain.guest import TicketExpired
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.list_attendance import AttendanceList, WhichAttendance, list_attendance
from functions.eagenda.list_guests import WhichGuests, list_guests
from functions.eagenda.list_invitations import WhichInvitations, list_invitations
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.record_attendance import record_attendance
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER, participation_key
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from functions.eagenda.withdraw_invitations import InvitationsToWithdraw, withdraw_invitations
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.eagenda.meeting import as_planned
from tests.eagenda.sessions import HOUR, attended, bimtek
from tests.eagenda.test_show_hall import display, hall
from tests.phone import Phone

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return bimtek(desk)


def listed(meeting: Meeting, sitting_id: str = "") -> AttendanceList:
    asked = WhichAttendance(meeting.id, sitting_id=sitting_id)
    answer: AttendanceList = meeting.desk.call(list_attendance, asked, by=meeting.organiser)
    return answer


def test_who_scans_in_each_sitting_is_present_in_each(meeting: Meeting) -> None:
    first = meeting.scan(meeting.guest)
    meeting.desk.clock.pass_(hours=2)
    second = meeting.scan(meeting.guest)

    assert [(it.sitting_title, it.already) for it in (first, second)] == [("Materi", False), ("Praktik", False)]
    assert (attended(meeting, meeting.guest, 0), attended(meeting, meeting.guest, 1)) == tuple(
        meeting.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)
    )
    meeting.desk.clock.pass_(minutes=7)
    assert meeting.scan(meeting.guest) == replace(second, already=True)


def test_an_agenda_without_sittings_keeps_the_key_that_it_always_had() -> None:
    assert participation_key("rapat", "p-aditya") == "rapat:p-aditya"


def test_a_code_of_one_sitting_is_refused_in_another(desk: Desk) -> None:
    start = desk.clock.now() + HOUR / 2
    at_once = (
        PlannedSitting("Pagi", start, start + HOUR),
        PlannedSitting("Siang", start + HOUR, start + 2 * HOUR),
    )
    meeting = bimtek(desk)
    meeting.edit(sittings=at_once, reason="Jadwal berubah")
    meeting.desk.clock.set(start + HOUR)
    code, letters = meeting.code(start + HOUR - HOUR / 120), meeting.short_code(start + HOUR - HOUR / 120)

    with pytest.raises(CodeExpired):  # thirty seconds old; of the whole agenda it would be good
        meeting.scan(meeting.guest, code)
    with pytest.raises(CodeExpired):
        meeting.type(meeting.guest, letters)
    assert not meeting.scan(meeting.guest).already


def test_each_sitting_is_taken_in_its_own_time(meeting: Meeting) -> None:
    first, second = meeting.agenda().sittings
    meeting.desk.clock.set(first.closes_at)
    with pytest.raises(AttendanceNotOpen, match=r"Absensi sesi “Praktik” dibuka pukul 10\.30 WIB"):
        meeting.scan(meeting.guest)
    meeting.desk.clock.set(second.closes_at)
    with pytest.raises(AttendanceOver, match=r"Absensi sesi “Praktik” ditutup pukul 12\.00 WIB"):
        meeting.scan(meeting.guest)


def test_typed_letters_find_the_sitting_that_shows_them(meeting: Meeting) -> None:
    assert meeting.type(meeting.guest).sitting_title == "Materi"
    meeting.desk.clock.pass_(hours=2)
    assert meeting.type(meeting.guest, f" {meeting.short_code().lower()} ").sitting_title == "Praktik"


def test_the_halls_screen_shows_the_sitting_that_runs(meeting: Meeting) -> None:
    token = display(meeting)
    meeting.scan(meeting.guest)
    shown = hall(meeting, token)
    assert (shown["sitting_title"], shown["present_count"]) == ("Materi", 1)
    assert shown["codes"][0]["link"].endswith(f"#{meeting.code()}")

    meeting.desk.clock.pass_(hours=2)
    shown = hall(meeting, token)
    assert (shown["sitting_title"], shown["present_count"]) == ("Praktik", 0)
    assert (
        meeting.desk.request(
            record_attendance,
            json_body={
                "agenda_id": meeting.id,
                "code": shown["codes"][0]["link"].partition("#")[2],
            },
            token=meeting.desk.token(meeting.guest),
        ).status_code
        == 200
    )


def test_each_sitting_has_a_list_and_a_count_of_its_own(desk: Desk) -> None:
    other = desk.employee("Sari", Permission.ATTEND)
    meeting = bimtek(desk, other)
    first, second = meeting.agenda().sittings
    meeting.scan(meeting.guest)
    meeting.scan(other)
    desk.clock.pass_(hours=2)
    meeting.scan(other)

    assert [it.name for it in listed(meeting, first.id).items] == ["Aditya", "Sari"]
    assert [it.name for it in listed(meeting, second.id).items] == ["Sari"]
    assert [(it.name, it.sitting_id) for it in listed(meeting).items][2] == ("Sari", second.id)
    shown = desk.call(show_agenda, WhichAgenda(meeting.id), by=other)
    assert ([it.present_count for it in shown.sittings], shown.present_count) == ([2, 1], 1)
    with pytest.raises(RecordMissing):
        listed(meeting, "none")


def test_a_persons_own_page_says_of_each_sitting_when_they_came(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(hours=2)
    at = meeting.scan(meeting.guest).attended_at

    shown = meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=meeting.guest)
    assert [it.own.attended_at for it in shown.sittings] == [None, at]
    assert (shown.attended_at, shown.own) == (at, None)
    [invitation] = meeting.desk.call(list_invitations, WhichInvitations(), by=meeting.guest).items
    assert invitation.attended_at == at


def test_who_came_to_a_sitting_stays_invited(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    asked = InvitationsToWithdraw(meeting.id, (meeting.guest.id,))
    assert meeting.desk.call(withdraw_invitations, asked, by=meeting.organiser).present_count == 1


def test_a_scan_that_was_kept_counts_for_the_sitting_of_its_moment(meeting: Meeting, phone: Phone) -> None:
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(hours=2)
    letters = phone.keep(None, meeting.short_code(), meeting.desk.clock.now())
    phone.send(kept)
    phone.send(letters)

    first, second = (participation_key(meeting.id, meeting.guest.id, it.id) for it in meeting.agenda().sittings)
    assert [meeting.desk.found(PROVISIONAL_SCANS, key) is not None for key in (first, second)] == [True, True]
    meeting.confirm_scans(first, second)
    assert [it.sitting_id for it in meeting.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)] == [
        it.id for it in meeting.agenda().sittings
    ]


def test_a_kept_scan_of_a_sitting_that_was_taken_away_counts_for_nothing(meeting: Meeting, phone: Phone) -> None:
    kept = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(minutes=5)
    meeting.edit(sittings=(as_planned(meeting.agenda().sittings[1]),), reason="Materi ditiadakan")
    with pytest.raises(AttendanceOver, match="Sesi itu sudah dihapus"):
        phone.send(kept)


def test_guests_come_to_a_sitting(desk: Desk) -> None:
    meeting = bimtek(desk, admit_guests=True)
    meeting.write_down("Bu Ratna")
    late = meeting.form().ticket
    desk.clock.set(meeting.agenda().sittings[0].closes_at - HOUR / 60)
    ticket = meeting.form().ticket
    desk.clock.pass_(minutes=1)
    with pytest.raises(AttendanceOver, match="Materi"):
        meeting.write_down("Pak Tono", ticket)
    with pytest.raises(TicketExpired):
        meeting.write_down("Pak Tono", late)
    desk.clock.pass_(hours=1)
    meeting.write_down("Pak Tono")

    asked = [WhichGuests(meeting.id, sitting_id=it.id) for it in meeting.agenda().sittings]
    names = [[guest.name for guest in desk.call(list_guests, it, by=meeting.organiser).items] for it in asked]
    assert names == [["Bu Ratna"], ["Pak Tono"]]
    assert hall(meeting, display(meeting))["guest_count"] == 1
