"""Recording attendance when many scan at once, and in whatever order: real threads, drawn orders."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.eagenda.record_attendance import record_attendance
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.permissions import Permission
from shared.refusals import Refusal
from tests.desk import Desk
from tests.eagenda.inviting import deliver_all
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from functions.eagenda.present import Present
    from shared.actor import Actor

MINUTES_TO_OPENING = 15


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return a desk of an office's server that all examples of a property share."""
    folder: Path = tmp_path_factory.mktemp("together")
    records = SqliteRecords(folder / "records.db")
    yield Desk(records, folder)
    records.close()


def scan_twice_at_once(meeting: Meeting, people: list[Actor]) -> Counter[bool]:
    """Let each of them scan twice, all at the same moment; count how many answers said that they were present."""
    code, phones = meeting.code(), [*people, *people]
    start = threading.Barrier(len(phones))

    def scan(number: int) -> Present:
        start.wait()
        return meeting.scan(phones[number], code)

    with ThreadPoolExecutor(len(phones)) as threads:
        answers = list(threads.map(scan, range(len(phones))))
    return Counter(answer.already for answer in answers)


def test_thirty_people_who_scan_twice_at_once_are_each_present_once(embedded: Desk) -> None:
    people = [embedded.employee(f"Hadirin {number}", Permission.ATTEND) for number in range(30)]
    meeting = Meeting(embedded, *people)
    assert scan_twice_at_once(meeting, people) == {False: 30, True: 30}
    assert sorted(meeting.present()) == sorted(person.id for person in people)


@dataclass(frozen=True)
class Deed:
    """What somebody does at a minute after the clock's start, fifteen before the opening."""

    minute: int
    who: int
    seconds_late: int = 0


scans = st.builds(
    Deed, minute=st.integers(0, 120), who=st.integers(0, 2), seconds_late=st.sampled_from([-30, 0, 30, 60, 600])
)


@settings(max_examples=40, deadline=None)  # every commit waits for the disk
@given(
    deeds=st.lists(scans, max_size=12).map(lambda drawn: sorted(drawn, key=lambda deed: deed.minute)),
    ends_at_minute=st.integers(0, 150),
    is_cancelled=st.booleans(),
)
def test_in_whatever_order_people_scan_each_is_present_at_most_once_and_rightly(
    embedded: Desk,
    deeds: list[Deed],
    ends_at_minute: int,
    is_cancelled: bool,  # noqa: FBT001 -- drawn
) -> None:
    start = embedded.clock.now() + timedelta(days=1)
    embedded.clock.set(start)
    invited = embedded.employee("Sari", Permission.ATTEND)
    meeting = Meeting(embedded, invited, starts_at=start + timedelta(minutes=MINUTES_TO_OPENING + 30))
    people = [meeting.guest, invited, embedded.employee("Tamu", Permission.ATTEND)]
    expected: dict[str, int] = {}
    is_over = False

    for deed in deeds:
        if not is_over and ends_at_minute <= deed.minute:
            embedded.clock.set(start + timedelta(minutes=ends_at_minute))
            is_over = _end(meeting, is_cancelled=is_cancelled)
        now = start + timedelta(minutes=deed.minute)
        embedded.clock.set(now)
        person = people[deed.who]
        may_come = deed.who < 2 and 15 <= deed.minute < 105 and not is_over and deed.seconds_late in {0, 30}
        if may_come:
            expected.setdefault(person.id, deed.minute)
        try:
            answer = meeting.scan(person, meeting.code(now - timedelta(seconds=deed.seconds_late)))
        except Refusal:
            assert person.id not in expected
        else:
            assert answer.attended_at == start + timedelta(minutes=expected[person.id])

    attended = embedded.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)
    assert {it.attendee.person_id: (it.at - start) // timedelta(minutes=1) for it in attended} == expected
    assert len(attended) == len(expected)


def _end(meeting: Meeting, *, is_cancelled: bool) -> bool:
    """Cancel the meeting, unless it is over by itself, or close its list."""
    if not is_cancelled:
        meeting.close()
    elif meeting.desk.clock.now() < meeting.ends_at:
        meeting.cancel()
    return True


def test_phones_in_one_hall_do_not_use_up_each_others_calls(embedded: Desk) -> None:
    people = [embedded.employee(f"Ponsel {number}", Permission.ATTEND) for number in range(130)]
    meeting = Meeting(embedded, *people)
    deliver_all(embedded)
    body = {"agenda_id": meeting.id, "code": meeting.code()}
    statuses = Counter(
        embedded.request(record_attendance, json_body=body, token=embedded.token(person)).status_code
        for person in people
    )
    assert statuses == {200: 130}
