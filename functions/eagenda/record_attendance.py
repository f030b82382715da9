"""Record that the person who scans the hall's QR code is present."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, NotInvited, attend
from functions.eagenda.domain.leaving import leave
from functions.eagenda.domain.presented_code import Browser, CodeExpired, Method, PresentedCode
from functions.eagenda.domain.sitting import sitting_id_at
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
    """What the QR link carried, and the browser's own name for itself, drawn at random."""

    agenda_id: str
    code: str
    browser: Browser = ""


@operation(
    permission=Permission.ATTEND,
    refuses=(RecordMissing, CodeExpired, AgendaIsCancelled, NotInvited, AttendanceNotOpen, AttendanceOver),
    keeps=(REFUSED_SCANS,),
    gets=lambda scan, actor: (
        (AGENDAS, scan.agenda_id),
        (INVITATIONS, participation_key(scan.agenda_id, actor.id)),
        (ATTENDANCE, participation_key(scan.agenda_id, actor.id)),
    ),
)
def record_attendance(scan: Scan, ctx: Context) -> Present:
    """Record the caller's attendance, or that they leave; scanning again answers the first scan's time."""
    agenda = ctx.get(AGENDAS, scan.agenda_id, right_from=_RIGHT)
    person, sitting_id = ctx.actor.id, sitting_id_at(agenda.sittings, ctx.now)
    invitation = ctx.find(INVITATIONS, participation_key(agenda.id, person), right_from=_RIGHT)
    earlier = ctx.find(ATTENDANCE, participation_key(agenda.id, person, sitting_id), right_from=_RIGHT)
    kept = ctx.peek(QR_SECRETS, agenda.id)

    secret = kept.secret if kept else None
    code = PresentedCode(scan.code, Method.LINK, scan.browser)
    if earlier:
        attendance = leave(agenda, earlier, code, secret, ctx.now)
    else:
        attendance = attend(agenda, invitation, as_attendee(ctx.actor), code, secret, ctx.now)

    if not earlier:
        ctx.create(ATTENDANCE, attendance)
        ctx.emit(AttendanceRecorded(agenda.id, ctx.actor.id, ctx.now))
    elif attendance != earlier:
        ctx.put(ATTENDANCE, attendance)
    return present(agenda, attendance, already=attendance == earlier)
