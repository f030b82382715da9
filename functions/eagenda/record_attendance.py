"""Record that the person who scans the hall's QR code is present."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaCancelled
from functions.eagenda.domain.attendance import (
    AttendanceNotOpen,
    AttendanceOver,
    CodeExpired,
    Method,
    NotInvited,
    PresentedCode,
    attend,
)
from functions.eagenda.people import as_attendee
from functions.eagenda.present import Present, present
from functions.eagenda.records import AGENDAS, ATTENDANCE, INVITATIONS, QR_SECRETS, REFUSED_SCANS, participation_key
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing

_RIGHT = "the code on the hall's screen"


@dataclass(frozen=True, slots=True)
class Scan:
    """What the QR link carried."""

    agenda_id: str
    code: str


@operation(
    permission=Permission.ATTEND,
    refuses=(RecordMissing, CodeExpired, AgendaCancelled, NotInvited, AttendanceNotOpen, AttendanceOver),
    keeps=(REFUSED_SCANS,),
    gets=lambda scan, actor: (
        (AGENDAS, scan.agenda_id),
        (INVITATIONS, participation_key(scan.agenda_id, actor.id)),
        (ATTENDANCE, participation_key(scan.agenda_id, actor.id)),
    ),
)
def record_attendance(scan: Scan, ctx: Context) -> Present:
    """Record the caller's attendance; scanning again answers the first scan's time."""
    agenda = ctx.get(AGENDAS, scan.agenda_id, right_from=_RIGHT)
    key = participation_key(agenda.id, ctx.actor.id)
    invitation = ctx.find(INVITATIONS, key, right_from=_RIGHT)
    earlier = ctx.find(ATTENDANCE, key, right_from=_RIGHT)
    kept = ctx.peek(QR_SECRETS, agenda.id)

    secret = kept.secret if kept else None
    attendance = earlier or attend(
        agenda, invitation, as_attendee(ctx.actor), PresentedCode(scan.code, Method.LINK), secret, ctx.now
    )

    if not earlier:
        ctx.create(ATTENDANCE, attendance)
        ctx.emit(AttendanceRecorded(agenda.id, ctx.actor.id, ctx.now))
    return present(agenda, attendance, already=earlier is not None)
