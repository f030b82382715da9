"""Take a scan that was kept on a phone without signal: provisional, unless the phone's heartbeat lets it count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.counted_scan import count_at_once
from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import (
    AttendanceNotOpen,
    AttendanceOver,
    CodeExpired,
    NotInvited,
    is_leaving,
)
from functions.eagenda.domain.device import (
    DeviceClockWrong,
    DeviceReplaced,
    DeviceUnknown,
    SignatureWrong,
    require_device,
)
from functions.eagenda.domain.distance import Position
from functions.eagenda.domain.heartbeat import counts
from functions.eagenda.domain.kept_position import with_distance
from functions.eagenda.domain.kept_scan import (
    KeptScan,
    KeptScanPolicy,
    Receipt,
    SentTooLate,
    began_at,
    not_shown,
    signed_text,
    sitting_of,
    take,
)
from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.find_hall import find_hall
from functions.eagenda.kept_scan_taken import KeptScanTaken, as_present, as_received
from functions.eagenda.people import as_attendee
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS, leaving_key
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, QR_SECRETS, REFUSED_SCANS, participation_key
from functions.eagenda.scan_tasks import waiting_for_organiser
from functions.eagenda.tables import HEARTBEAT_POLICY, KEPT_SCAN_POLICY
from shared.device_signature import is_signed
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on
from shared.tasks.ask import ask, find_task
from shared.tasks.task import TaskKind
from shared.values import Instant, Text
from shared.views.devices import HEARTBEATS, PERSON_DEVICES

_RIGHT = "the code on the hall's screen"
# A day's scans of one phone come at once; guesses at typed letters stay hopeless (see record_attendance_by_short_code).
_QUEUE = PerActor(per_minute=12, burst=24)


@dataclass(frozen=True, slots=True)
class SentScan:
    """What the phone kept, under the signature of its key; without an agenda the code is typed letters."""

    agenda_id: str | None
    code: Annotated[str, Text(1, 200)]
    nonce: Annotated[str, Text(16, 64)]
    scanned_at: Instant
    device_id: str
    signature: str
    position: Position | None = None


@operation(
    permission=Permission.ATTEND,
    refuses=(
        RecordMissing,
        DeviceUnknown,
        DeviceReplaced,
        SignatureWrong,
        DeviceClockWrong,
        CodeExpired,
        AgendaIsCancelled,
        NotInvited,
        AttendanceNotOpen,
        AttendanceOver,
        SentTooLate,
    ),
    keeps=(REFUSED_SCANS,),
    limit=_QUEUE,
)
def submit_kept_scan(sent: SentScan, ctx: Context) -> KeptScanTaken:
    """Take a scan that the caller's phone kept while it had no signal; sending it again answers the same."""
    scan = KeptScan(sent.agenda_id, sent.code, sent.nonce, sent.scanned_at, sent.position)
    devices = ctx.find(PERSON_DEVICES, ctx.actor.id, right_from="the caller's own devices")
    device = require_device(devices, sent.device_id)
    if not is_signed(signed_text(scan, ctx.actor.id), sent.signature, device.public_key):
        raise SignatureWrong("Pindai lagi kode yang sedang tampil di layar.")
    policy = value_on(wib_date(ctx.now), KEPT_SCAN_POLICY, ctx)
    agenda = ctx.get(AGENDAS, sent.agenda_id or _agenda_showing(scan, policy, ctx), right_from=_RIGHT)
    key = participation_key(agenda.id, ctx.actor.id, sitting_of(agenda, scan))
    invitation = ctx.find(INVITATIONS, participation_key(agenda.id, ctx.actor.id), right_from=_RIGHT)
    attendance = ctx.find(ATTENDANCE, key, right_from=_RIGHT)
    earlier = ctx.find(PROVISIONAL_SCANS, key, right_from=_RIGHT)
    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)
    beat = ctx.find(HEARTBEATS, ctx.actor.id, right_from="the caller's own devices")
    beating = value_on(wib_date(ctx.now), HEARTBEAT_POLICY, ctx)
    hall = ctx.peek(QR_SECRETS, agenda.id)

    came_at = attendance.at if attendance else None
    if earlier and not attendance and earlier.state is not ScanState.REJECTED:
        came_at = earlier.scanned_at
    leaving = came_at is not None and is_leaving(agenda, came_at, scan.scanned_at)
    if attendance and (attendance.left_at or not leaving):
        return as_present(agenda, attendance)
    if leaving:
        earlier = ctx.find(PROVISIONAL_SCANS, leaving_key(key), right_from=_RIGHT)
    secret = hall.secret if hall else None
    receipt = Receipt(as_attendee(ctx.actor), device, ctx.now, policy)
    provisional = earlier or take(agenda, invitation, scan, secret, receipt, leaving=leaving)
    located = with_distance(agenda, provisional, scan)
    began = None if earlier or leaving else began_at(agenda, scan, secret, policy)

    if earlier and located != earlier:
        ctx.put(PROVISIONAL_SCANS, located)
    if began and beat and counts(provisional, began, beat, beating):
        return count_at_once(agenda, provisional, beat, ctx)
    if not earlier:
        ctx.create(PROVISIONAL_SCANS, provisional)
        ask(waiting_for_organiser(agenda, ctx), ctx, found=task)
    return as_received(agenda, provisional, already=earlier is not None)


def _agenda_showing(scan: KeptScan, policy: KeptScanPolicy, ctx: Context) -> str:
    """Return the agenda whose hall showed typed letters at the stated moment, or a little after."""
    invitation = find_hall(scan.code, scan.scanned_at + policy.clock_tolerance, ctx)
    if invitation is None:
        raise not_shown(scan, ctx.now, policy)
    return invitation.agenda_id
