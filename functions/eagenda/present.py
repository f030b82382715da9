"""The answer to a scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.leaving import leaving_time
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance


@dataclass(frozen=True, slots=True)
class Present:
    """The caller is present since ``attended_at``, and has left at ``left_at``; ``already`` when this adds nothing.

    Leaving is recorded from ``leave_from`` until before ``leave_until``, where it is. ``asks_position`` while the
    meeting would like to know how far the phone is.
    """

    agenda_id: str
    agenda_title: str
    place: str
    person_name: str
    attended_at: Instant
    already: bool
    asks_position: bool = False
    sitting_id: str = ""
    sitting_title: str = ""
    left_at: Instant | None = None
    leave_from: Instant | None = None
    leave_until: Instant | None = None


def present(agenda: Agenda, attendance: Attendance, *, already: bool) -> Present:
    """Answer a scan."""
    sitting = next((it for it in agenda.sittings if it.id == attendance.sitting_id), None)
    leave_from, leave_until = leaving_time(agenda, sitting or agenda) or (None, None)
    return Present(
        agenda.id,
        agenda.title,
        agenda.place,
        attendance.attendee.name,
        attendance.at,
        already,
        asks_position=agenda.asks_position and not already and attendance.distance is None,
        sitting_id=attendance.sitting_id,
        sitting_title=sitting.title if sitting else "",
        left_at=attendance.left_at,
        leave_from=leave_from,
        leave_until=leave_until,
    )
