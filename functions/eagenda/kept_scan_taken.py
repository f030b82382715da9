"""The answer to a kept scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.provisional_scan import ScanState
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.provisional_scan import ProvisionalScan


@dataclass(frozen=True, slots=True)
class KeptScanTaken:
    """What stands now: waiting for the organiser, rejected with a reason, or confirmed: present since ``attended_at``.

    ``already`` when it stood before this scan came.
    """

    agenda_id: str
    agenda_title: str
    place: str
    state: ScanState
    attended_at: Instant | None
    reason: str | None
    already: bool


def as_present(agenda: Agenda, attendance: Attendance, *, already: bool = True) -> KeptScanTaken:
    """Answer somebody who is present, however that came to be."""
    return KeptScanTaken(agenda.id, agenda.title, agenda.place, ScanState.CONFIRMED, attendance.at, None, already)


def as_received(agenda: Agenda, scan: ProvisionalScan, *, already: bool) -> KeptScanTaken:
    """Answer with what became of the scan that was received first."""
    reason = scan.decision.reason if scan.decision else None
    return KeptScanTaken(agenda.id, agenda.title, agenda.place, scan.state, None, reason, already)
