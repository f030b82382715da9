"""A bimtek of two sittings, as the tests of attendance need one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from functions.eagenda.domain.arranging import PlannedSitting
from functions.eagenda.records import ATTENDANCE, participation_key
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from functions.eagenda.domain.attendance import Attendance
    from shared.actor import Actor
    from tests.desk import Desk

HOUR = timedelta(hours=1)


def bimtek(desk: Desk, *others: Actor, **planned: Any) -> Meeting:  # noqa: ANN401 -- further fields of the plan
    """Call a bimtek from nine to twelve: Materi from nine to ten, Praktik from eleven to twelve."""
    start = desk.clock.now() + HOUR / 2
    sittings = (
        PlannedSitting("Materi", start, start + HOUR),
        PlannedSitting("Praktik", start + 2 * HOUR, start + 3 * HOUR),
    )
    return Meeting(desk, *others, title="Bimtek SPBE", lasts=3 * HOUR, sittings=sittings, **planned)


def attended(meeting: Meeting, person: Actor, sitting: int | None = None) -> Attendance | None:
    """Return what is kept of a person at a sitting, by its place, or at the whole."""
    sitting_id = "" if sitting is None else meeting.agenda().sittings[sitting].id
    return meeting.desk.found(ATTENDANCE, participation_key(meeting.id, person.id, sitting_id))
