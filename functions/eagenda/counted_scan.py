"""A kept scan that counts at once, without anybody's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.heartbeat import by_heartbeat
from functions.eagenda.domain.provisional_scan import ScanState, confirm, decided
from functions.eagenda.kept_scan_taken import as_present
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import ATTENDANCE
from shared.events.eagenda_attendance import AttendanceRecorded

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from functions.eagenda.kept_scan_taken import KeptScanTaken
    from shared.kernel.context import Context
    from shared.rules.device import Heartbeat


def count_at_once(agenda: Agenda, scan: ProvisionalScan, beat: Heartbeat, ctx: Context) -> KeptScanTaken:
    """Let a kept scan count by the word of the phone's heartbeat, and answer it."""
    decision = by_heartbeat(beat, ctx.now)
    confirmed = decided(agenda, scan, ScanState.CONFIRMED, decision)
    attendance = confirm(agenda, confirmed, decision)
    ctx.create(PROVISIONAL_SCANS, confirmed)
    ctx.create(ATTENDANCE, attendance)
    ctx.emit(AttendanceRecorded(agenda.id, attendance.attendee.person_id, attendance.at))
    return as_present(agenda, attendance, already=False)
