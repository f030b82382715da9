"""Writing certificates: chunk by chunk, for whoever attended every sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda_kind import AgendaKind
from functions.eagenda.domain.attendance import Attendance, Attendee
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.records import ATTENDANCE
from shared.jobs.job import JOBS, JobState
from shared.rules.notice import NoticeKind
from tests.eagenda.certifying import Bimtek
from tests.eagenda.sessions import HOUR
from tests.eagenda.sessions import bimtek as bimtek_of_sittings
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.desk import Desk


def test_who_missed_a_sitting_gets_none(desk: Desk) -> None:
    late, early = desk.employee("Laras"), desk.employee("Rizal")
    bimtek = Bimtek(desk, meeting=bimtek_of_sittings(desk, late, early, kind=AgendaKind.BIMTEK))
    meeting, aditya = bimtek.meeting, bimtek.aditya
    for person in (aditya, early):
        meeting.scan(person)
    desk.clock.set(meeting.ends_at - HOUR)
    for person in (late, aditya):
        meeting.scan(person)
    desk.clock.set(meeting.ends_at)
    meeting.close()
    bimtek.issue()

    assert [it.name for it in bimtek.listed().items] == ["Aditya"]
    assert (bimtek.own(late).items, bimtek.own(early).items) == ((), ())
    assert NoticeKind.SERTIFIKAT_ISSUED not in {it.kind for it in told(desk, late)}
    job = bimtek.listed().job
    assert job is not None
    assert (job.state, job.created, job.unchanged, job.total) == (JobState.COMPLETED, 1, 1, 2)


def test_many_are_issued_in_chunks_each_with_a_place_of_its_own(desk: Desk) -> None:
    bimtek = Bimtek(desk)
    at = desk.clock.now()
    present = (Attendee(f"p-{it}", f"Peserta {it}", None, "Pranata", "Dinas") for it in range(200))
    desk.given(ATTENDANCE, *(Attendance(bimtek.id, it, at, Method.LINK) for it in present))
    bimtek.close()
    job = bimtek.desk.found(JOBS, bimtek.issue().job_id)
    assert job is not None
    assert (job.state, job.created, job.refused) == (JobState.COMPLETED, 201, 0)
    assert bimtek.listed().issued_count == 201
    assert [it.number for it in bimtek.listed().items][:2] == [
        "800.2.4/1.0001/416-114/2026",
        "800.2.4/1.0002/416-114/2026",
    ]
