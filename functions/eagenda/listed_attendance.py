"""Somebody present as the attendance list shows them."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.attendance import Attendance, ByHand
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.domain.presented_code import Method
from shared.values import Instant, Nip


@dataclass(frozen=True, slots=True)
class ListedAttendance:
    """One person present, in the position of that day, and when they left, if they said so."""

    person_id: str
    name: str
    nip: Nip | None
    position_title: str
    organisation_name: str
    attended_at: Instant
    method: Method
    received_at: Instant | None  # of a scan kept on a phone, whose clock says ``attended_at``
    sitting_id: str
    left_at: Instant | None
    left_by: Method | None
    distance: Distance | None
    by_hand: ByHand | None  # why they were written down, and in whose name
    left_by_hand: ByHand | None  # the same of leaving


def listed_attendance(attendance: Attendance) -> ListedAttendance:
    """Return an attendance as the list shows it."""
    attendee, confirmation = attendance.attendee, attendance.confirmation
    return ListedAttendance(
        attendee.person_id,
        attendee.name,
        attendee.nip,
        attendee.position_shown,
        attendee.organisation_name,
        attendance.at,
        attendance.method,
        confirmation.received_at if confirmation else None,
        attendance.sitting_id,
        attendance.left_at,
        attendance.left_by,
        attendance.distance,
        attendance.by_hand,
        attendance.left_by_hand,
    )
