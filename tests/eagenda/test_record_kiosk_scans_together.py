"""Two kiosks that were offline, and phones beside them, at one moment: real threads."""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.kiosk_scan import ScanOutcome
from shared.permissions import Permission
from tests.eagenda.kiosk import Kiosk
from tests.eagenda.meeting import Meeting
from tests.phone import Phone

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.desk import Desk


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of it at the same moment."""
    start = threading.Barrier(len(deeds))

    def do(deed: Callable[[], Any]) -> object:
        start.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(do, deeds))


def test_somebody_whom_two_offline_kiosks_saw_is_present_once_and_the_second_says_already(desk: Desk) -> None:
    people = [desk.employee(f"Hadirin {number}", Permission.ATTEND) for number in range(5)]
    meeting = Meeting(desk, *people)
    kiosks = [Kiosk(meeting, f"kios-pintu-000{number}") for number in range(2)]
    phones = [Phone(desk, person) for person in people]
    for phone in phones:
        phone.enrol()
    kept = [[kiosk.sees(phone.code()) for phone in phones] for kiosk in kiosks]
    desk.clock.pass_(hours=2)

    answers = at_once(
        *(lambda kiosk=kiosk, scans=scans: kiosk.send(*scans) for kiosk, scans in zip(kiosks, kept, strict=True))
    )

    outcomes = Counter(taken.outcome for answer in answers for taken in answer)
    assert outcomes == {ScanOutcome.RECORDED: 5, ScanOutcome.ALREADY: 5}
    assert sorted(meeting.present()) == sorted(person.id for person in people)
    assert Counter(kiosks[0].row_of(scan).outcome for scans in kept for scan in scans) == outcomes


def test_the_same_scan_sent_twice_at_once_beside_the_persons_own_scan_is_one_attendance(desk: Desk) -> None:
    meeting = Meeting(desk)
    kiosk, phone = Kiosk(meeting), Phone(desk, meeting.guest)
    phone.enrol()
    scan, code = kiosk.sees(phone.code()), meeting.code()

    first, second, _ = at_once(
        lambda: kiosk.send(scan), lambda: kiosk.send(scan), lambda: meeting.scan(meeting.guest, code)
    )

    assert first == second
    assert meeting.present() == [meeting.guest.id]
    assert kiosk.row_of(scan).attended_at == first[0].attended_at
