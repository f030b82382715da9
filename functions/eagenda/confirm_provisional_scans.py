"""Confirm kept scans: whoever runs the meeting says that these people were in the hall."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import agenda_with_scans
from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.attendance import AttendanceOver
from functions.eagenda.domain.provisional_scan import Decision, ScanDecided, ScanState, chosen, confirm, decided
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS, attended_key
from functions.eagenda.records import ATTENDANCE
from functions.eagenda.scan_tasks import is_last
from functions.eagenda.subjects import agenda_subject_id
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind

_RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class ScansToConfirm:
    """Which scans, each by its id: nobody confirms what they have not seen."""

    agenda_id: str
    scan_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScansConfirmed:
    """How many became present by this, and how many were so before."""

    confirmed_count: int
    already_count: int


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, ScanDecided, AgendaIsCancelled, AttendanceOver),
)
def confirm_provisional_scans(which: ScansToConfirm, ctx: Context) -> ScansConfirmed:
    """Confirm scans that phones kept: these people were present or left, by the clock of their phones."""
    agenda, name = agenda_with_scans(which.agenda_id, ctx)
    scans = {scan_id: ctx.get(PROVISIONAL_SCANS, scan_id, right_from=_RIGHT) for scan_id in chosen(which.scan_ids)}
    task, last = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx), is_last(agenda, scans.values(), ctx)
    keys = {scan_id: attended_key(scan) for scan_id, scan in scans.items()}
    before = {key: ctx.find(ATTENDANCE, key, right_from=_RIGHT) for key in dict.fromkeys(keys.values())}

    decision = Decision(ctx.actor.id, name, ctx.now)
    confirmed = {scan_id: decided(agenda, scan, ScanState.CONFIRMED, decision) for scan_id, scan in scans.items()}
    present, already_count = dict(before), 0
    for scan_id, scan in confirmed.items():  # in the order of their ids: who came and left came first
        now = confirm(agenda, scan, decision, present[keys[scan_id]])
        already_count += now == present[keys[scan_id]]
        present[keys[scan_id]] = now

    for scan_id, scan in confirmed.items():
        if scan != scans[scan_id]:
            ctx.put(PROVISIONAL_SCANS, scan)
    for key, attendance in present.items():
        if attendance and before[key] is None:
            ctx.create(ATTENDANCE, attendance)
            ctx.emit(AttendanceRecorded(agenda.id, attendance.attendee.person_id, attendance.at))
        elif attendance and attendance != before[key]:
            ctx.put(ATTENDANCE, attendance)
    settle(task if last else None, ctx, subject_id=agenda_subject_id(agenda.id))
    return ScansConfirmed(len(confirmed) - already_count, already_count)
