"""Recording how far somebody's phone is: a score beside the attendance, and never a wall."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.distance import PositionNotWanted, PositionTooLate
from functions.eagenda.domain.map_point import Distance, MapPoint
from functions.eagenda.list_attendance import AttendanceList, WhichAttendance, list_attendance
from functions.eagenda.records import ATTENDANCE, participation_key
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from tests.desk import Desk
from tests.eagenda.locating import HALL, IN_MOJOSARI, IN_THE_HALL, asking, locate
from tests.eagenda.meeting import Meeting
from tests.eagenda.test_export_attendance import export, lines

if TYPE_CHECKING:
    from pathlib import Path

    from shared.actor import Actor


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return asking(desk)


def listed(meeting: Meeting, *, to_review: bool = False) -> AttendanceList:
    which = WhichAttendance(meeting.id, to_review=to_review)
    answer: AttendanceList = meeting.desk.call(list_attendance, which, by=meeting.organiser)
    return answer


def kept(meeting: Meeting, person: Actor) -> Distance | None:
    attendance = meeting.desk.found(ATTENDANCE, participation_key(meeting.id, person.id))
    assert attendance is not None
    return attendance.distance


def test_a_scan_is_recorded_first_and_says_that_the_meeting_asks(meeting: Meeting) -> None:
    assert meeting.scan(meeting.guest).asks_position
    assert kept(meeting, meeting.guest) is None


def test_whoever_types_the_letters_is_told_so_too(meeting: Meeting) -> None:
    assert meeting.type(meeting.guest).asks_position


def test_a_meeting_that_does_not_ask_takes_no_distance(desk: Desk) -> None:
    quiet = Meeting(desk, point=HALL)
    assert not quiet.scan(quiet.guest).asks_position
    with pytest.raises(PositionNotWanted):
        locate(quiet, quiet.guest)


def test_how_far_the_phone_is_stands_beside_the_attendance(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    assert locate(meeting, meeting.guest).distance == Distance(25, 30, is_outside=False)
    assert kept(meeting, meeting.guest) == Distance(25, 30, is_outside=False)


def test_where_it_is_stands_nowhere(tmp_path: Path) -> None:
    records = SqliteRecords(tmp_path / "records.db")
    meeting = asking(Desk(records, tmp_path))
    meeting.scan(meeting.guest)
    locate(meeting, meeting.guest, IN_MOJOSARI)
    records.close()

    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert str(HALL.latitude).encode() in written  # the meeting's place, as a proof that there is something to find
    assert str(IN_MOJOSARI.latitude).encode() not in written
    assert str(IN_MOJOSARI.longitude).encode() not in written


def test_the_first_position_stands(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    first = locate(meeting, meeting.guest, IN_MOJOSARI)
    second = locate(meeting, meeting.guest, IN_THE_HALL)
    assert (first.already, second.already, second.distance) == (False, True, first.distance)


def test_who_scans_again_is_not_asked_again(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    assert not meeting.scan(meeting.guest).asks_position


def test_who_was_elsewhere_is_present_and_flagged_for_the_organiser(desk: Desk) -> None:
    sari, budi = desk.employee("Sari", Permission.ATTEND), desk.employee("Budi", Permission.ATTEND)
    meeting = asking(desk, sari, budi)
    for person in (meeting.guest, sari, budi):
        meeting.scan(person)
    locate(meeting, meeting.guest, IN_THE_HALL)
    locate(meeting, sari, IN_MOJOSARI)

    everybody, doubtful = listed(meeting), listed(meeting, to_review=True)

    assert (everybody.present_count, everybody.to_review_count) == (3, 1)
    assert {it.name: it.distance and it.distance.is_outside for it in everybody.items} == {
        "Aditya": False,
        "Sari": True,
        "Budi": None,
    }
    assert [it.name for it in doubtful.items] == ["Sari"]


def test_the_table_says_it_in_words(desk: Desk) -> None:
    sari, budi = desk.employee("Sari", Permission.ATTEND), desk.employee("Budi", Permission.ATTEND)
    meeting = asking(desk, sari, budi)
    for person in (meeting.guest, sari, budi):
        meeting.scan(person)
        desk.clock.pass_(seconds=1)
    locate(meeting, meeting.guest, IN_THE_HALL)
    locate(meeting, sari, IN_MOJOSARI)

    assert [line[-1] for line in lines(export(meeting))[-4:]] == [
        "Lokasi",
        "Di lokasi: 25 m (ketelitian 30 m)",
        "Di luar lokasi: 14,8 km (ketelitian 30 m)",
        "Tanpa lokasi",
    ]


def test_the_person_sees_what_is_kept_of_them(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    locate(meeting, meeting.guest, IN_MOJOSARI)
    shown = meeting.desk.call(show_agenda, WhichAgenda(meeting.id), by=meeting.guest)
    assert shown.own is not None
    assert shown.own.distance == kept(meeting, meeting.guest)


def test_whoever_is_not_present_has_no_distance(meeting: Meeting, stranger: Actor) -> None:
    for person in (meeting.guest, stranger):
        with pytest.raises(RecordMissing):
            locate(meeting, person)


def test_after_ten_minutes_a_position_says_nothing_any_more(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.desk.clock.pass_(minutes=11)
    with pytest.raises(PositionTooLate):
        locate(meeting, meeting.guest)


def test_a_closed_list_takes_no_distance(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.close()
    with pytest.raises(PositionNotWanted):
        locate(meeting, meeting.guest)


def test_two_at_once_leave_one_distance(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    positions = (IN_THE_HALL, IN_MOJOSARI) * 3
    with ThreadPoolExecutor(len(positions)) as phones:
        answers = list(phones.map(lambda position: locate(meeting, meeting.guest, position), positions))
    assert [it.already for it in answers].count(False) == 1
    assert {it.distance for it in answers} == {kept(meeting, meeting.guest)}


def test_nobody_is_asked_where_they_are_without_a_place_on_the_map(desk: Desk) -> None:
    with pytest.raises(InvalidField, match="Tandai dulu tempatnya di peta"):
        Meeting(desk, asks_position=True)


def test_a_point_without_a_radius_gets_the_usual_one(meeting: Meeting) -> None:
    assert meeting.agenda().point == MapPoint(-7.4722, 112.4346, 200)


def test_a_radius_out_of_bounds_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidField, match="antara 25 dan 5000 meter"):
        Meeting(desk, point=MapPoint(-7.4722, 112.4346, 5))


def test_the_point_goes_when_the_organiser_takes_it_off(meeting: Meeting) -> None:
    meeting.edit(point=None, asks_position=False)
    assert meeting.agenda().point is None
    assert not meeting.scan(meeting.guest).asks_position
