"""A scan that waits for the organiser, as the list shows it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.attendance import Attendance
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import ProvisionalScan
from shared.values import Instant, Nip


@dataclass(frozen=True, slots=True)
class ListedScan:
    """Who says that they were in the hall; ``attended_at`` when they have become present otherwise meanwhile.

    With ``leaving`` they say that they left, and ``attended_at`` is when they had come, if that is known already.
    """

    id: str
    name: str
    nip: Nip | None
    position_title: str
    organisation_name: str
    method: Method
    device_name: str
    scanned_at: Instant
    received_at: Instant
    attended_at: Instant | None
    sitting_title: str
    leaving: bool
    distance: Distance | None


def listed_scan(key: str, scan: ProvisionalScan, present: Attendance | None, sitting_title: str) -> ListedScan:
    """Return a scan that waits, beside the attendance that there is already."""
    return ListedScan(
        key,
        scan.attendee.name,
        scan.attendee.nip,
        scan.attendee.position_title,
        scan.attendee.organisation_name,
        scan.method,
        scan.device_name,
        scan.scanned_at,
        scan.received_at,
        present.at if present else None,
        sitting_title,
        scan.leaving,
        scan.distance,
    )
