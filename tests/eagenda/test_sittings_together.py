"""Two at once at the sittings of an agenda."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.arranging import SittingAttended
from functions.eagenda.domain.attendance import AttendanceNotOpen
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from shared.permissions import Permission
from tests.eagenda.meeting import as_planned
from tests.eagenda.sessions import bimtek
from tests.eagenda.test_record_attendance_together import scan_twice_at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return bimtek(desk)


def test_who_scans_while_the_sitting_is_taken_away_is_present_or_the_sitting_is_gone(desk: Desk) -> None:
    for _ in range(3):
        meeting = bimtek(desk)
        code, second, start = meeting.code(), as_planned(meeting.agenda().sittings[1]), threading.Barrier(2)
        deeds = (
            partial(meeting.edit, sittings=(second,), reason="Ditiadakan"),
            partial(meeting.scan, meeting.guest, code),
        )
        with ThreadPoolExecutor(2) as threads:
            done = list(threads.map(partial(_done_at_once, start), deeds))

        assert sorted(done) == [False, True]
        present = [it.sitting_id for it in meeting.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)]
        assert present == [it.id for it in meeting.agenda().sittings if it.title == "Materi"]


def test_two_scans_at_once_in_a_sitting_are_one_attendance(desk: Desk) -> None:
    people = [desk.employee(f"Hadirin {number}", Permission.ATTEND) for number in range(5)]
    meeting = bimtek(desk, *people)
    assert scan_twice_at_once(meeting, people) == {False: 5, True: 5}
    assert sorted(meeting.present()) == sorted(person.id for person in people)


def _done_at_once(start: threading.Barrier, deed: Callable[[], object]) -> bool:
    start.wait()
    try:
        deed()
    except (SittingAttended, CodeExpired, AttendanceNotOpen):
        return False
    return True
