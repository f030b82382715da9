"""Record those whom a kiosk saw: their own codes, or by hand; one at once, or what it kept through an outage."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.heartbeat import by_kiosk
from functions.eagenda.domain.kiosk import KioskRevoked, require_batch
from functions.eagenda.domain.kiosk_scan import ScanOutcome, SentKioskScan, TakenScan, taken
from functions.eagenda.domain.provisional_scan import ScanState, decided
from functions.eagenda.kiosk_scans import Desk
from functions.eagenda.kiosks import SCANS, serving_kiosk
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.records import ATTENDANCE, REFUSED_SCANS
from functions.eagenda.scan_tasks import is_last
from functions.eagenda.subjects import agenda_subject_id
from functions.eagenda.tables import KIOSK_POLICY
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import KIOSK
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class KioskScans:
    """What the kiosk has to send, the earliest first, at most twenty."""

    scans: tuple[SentKioskScan, ...]


@dataclass(frozen=True, slots=True)
class KioskScansTaken:
    """One answer for each nonce, in the order in which they were sent."""

    scans: tuple[TakenScan, ...]


@operation(permission=KIOSK, refuses=(RecordMissing, KioskRevoked))
def record_kiosk_scans(sent: KioskScans, ctx: Context) -> KioskScansTaken:
    """Record those whom a kiosk saw; sending a scan again answers what became of it."""
    require_batch(sent.scans)
    agenda, kiosk = serving_kiosk(ctx)
    desk = Desk(agenda, kiosk, value_on(wib_date(ctx.now), KIOSK_POLICY, ctx), ctx)
    looked = [desk.look(scan) for scan in sent.scans]
    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)

    judged = desk.judge(looked)
    kept = [it.waiting for it in judged if it.waiting and it.waiting.state is ScanState.WAITING]
    last = bool(kept) and is_last(agenda, kept, ctx)

    for one in judged:
        if one.is_new:
            ctx.create(SCANS, one.row)
        if one.refused:
            ctx.create(REFUSED_SCANS, one.refused)
        if one.attendance and one.row.outcome is ScanOutcome.RECORDED:
            ctx.emit(AttendanceRecorded(agenda.id, one.row.person_id, one.attendance.at))
    for attendance in {(one.row.person_id, it.sitting_id): it for one in judged if (it := one.attendance)}.values():
        ctx.put(ATTENDANCE, attendance)  # as the last scan of the batch left it
    for scan in kept:
        ctx.put(PROVISIONAL_SCANS, decided(agenda, scan, ScanState.CONFIRMED, by_kiosk(kiosk.opened_by_id, ctx.now)))
    settle(task if last else None, ctx, subject_id=agenda_subject_id(agenda.id))
    return KioskScansTaken(tuple(taken(one.row) for one in judged))
