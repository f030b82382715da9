"""A scan that a phone kept and sent: what it says, who signed it, and what there is of its sender at that agenda."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, NotInvited
from functions.eagenda.domain.device import (
    DeviceClockWrong,
    DeviceReplaced,
    DeviceUnknown,
    SignatureWrong,
    require_device,
)
from functions.eagenda.domain.distance import Position
from functions.eagenda.domain.kept_scan import KeptScan, SentTooLate, not_shown, signed_text, sitting_of
from functions.eagenda.domain.leaving import is_leaving
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.domain.provisional_scan import came_at
from functions.eagenda.find_hall import find_hall
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS, leaving_key
from functions.eagenda.records import ATTENDANCE, INVITATIONS, participation_key
from shared.device_signature import is_signed
from shared.refusals import RecordMissing
from shared.values import Instant, Text
from shared.views.devices import PERSON_DEVICES

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.invitation import Invitation
    from functions.eagenda.domain.kept_scan_policy import KeptScanPolicy
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from shared.kernel.context import Context
    from shared.rules.device import Device

RIGHT = "the code on the hall's screen"
REFUSALS = (
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
)  # of a scan that was kept


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


@dataclass(frozen=True, slots=True)
class Known:
    """What there is of the sender at the agenda: ``earlier`` is what was kept of the same coming, or leaving."""

    invitation: Invitation | None
    attendance: Attendance | None
    earlier: ProvisionalScan | None
    leaving: bool

    @property
    def present(self) -> Attendance | None:
        """The attendance to which the scan adds nothing, if there is one."""
        return self.attendance if self.attendance and (self.attendance.left_at or not self.leaving) else None


def signed_scan(sent: SentScan, ctx: Context) -> tuple[KeptScan, Device]:
    """Return the scan and the caller's own device that signed it. Raises what is wrong with the device."""
    scan = KeptScan(sent.agenda_id, sent.code, sent.nonce, sent.scanned_at, sent.position)
    devices = ctx.find(PERSON_DEVICES, ctx.actor.id, right_from="the caller's own devices")
    device = require_device(devices, sent.device_id)
    if not is_signed(signed_text(scan, ctx.actor.id), sent.signature, device.public_key):
        raise SignatureWrong("Pindai lagi kode yang sedang tampil di layar.")
    return scan, device


def agenda_showing(scan: KeptScan, policy: KeptScanPolicy, ctx: Context) -> str:
    """Return the agenda whose hall showed typed letters at the stated moment, or a little after."""
    invitation = find_hall(scan.code, scan.scanned_at + policy.clock_tolerance, ctx)
    if invitation is None:
        raise not_shown(scan, ctx.now, policy)
    return invitation.agenda_id


def known_of(scan: KeptScan, agenda: Agenda, ctx: Context) -> Known:
    """Read what there is of the caller at this agenda, or at the sitting of which the scan is."""
    key = participation_key(agenda.id, ctx.actor.id, sitting_of(agenda, scan))
    invitation = ctx.find(INVITATIONS, participation_key(agenda.id, ctx.actor.id), right_from=RIGHT)
    attendance = ctx.find(ATTENDANCE, key, right_from=RIGHT)
    earlier = ctx.find(PROVISIONAL_SCANS, key, right_from=RIGHT)
    since = came_at(attendance, earlier)
    leaving = since is not None and is_leaving(agenda, since, scan.scanned_at)
    if leaving and not (attendance and attendance.left_at):
        earlier = ctx.find(PROVISIONAL_SCANS, leaving_key(key), right_from=RIGHT)
    return Known(invitation, attendance, earlier, leaving)
