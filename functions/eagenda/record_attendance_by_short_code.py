"""Record the attendance of a person who types the letters below the hall's QR code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver, attend
from functions.eagenda.domain.leaving import leave
from functions.eagenda.domain.presented_code import Browser, CodeExpired, Method, PresentedCode
from functions.eagenda.domain.sitting import sitting_id_at
from functions.eagenda.find_hall import find_hall, tidied
from functions.eagenda.people import as_attendee
from functions.eagenda.present import Present, present
from functions.eagenda.records import AGENDAS, ATTENDANCE, QR_SECRETS, REFUSED_SCANS, participation_key
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.values import Text

_OWN = "the caller's own invitations"
# Six letters of 32 are a thousand million codes; six tries a minute make guessing one hopeless.
_GUESSES = PerActor(per_minute=6, burst=6)


@dataclass(frozen=True, slots=True)
class TypedCode:
    """The letters as typed; small letters and spaces are forgiven."""

    short_code: Annotated[str, Text(1, 20)]
    browser: Browser = ""


@operation(
    permission=Permission.ATTEND,
    refuses=(CodeExpired, AgendaIsCancelled, AttendanceNotOpen, AttendanceOver),
    keeps=(REFUSED_SCANS,),
    limit=_GUESSES,
)
def record_attendance_by_short_code(typed: TypedCode, ctx: Context) -> Present:
    """Record the caller's attendance, or that they leave, at the one of today's agendas that shows these letters."""
    code = PresentedCode(tidied(typed.short_code), Method.SHORT_CODE, typed.browser)
    invitation = find_hall(code.text, ctx.now, ctx)
    if invitation is None:
        raise CodeExpired("Ketik kode yang sedang tampil di layar, untuk agenda hari ini yang mengundang Anda.")
    kept = ctx.peek(QR_SECRETS, invitation.agenda_id)
    agenda = ctx.get(AGENDAS, invitation.agenda_id, right_from=_OWN)
    sitting_id = sitting_id_at(agenda.sittings, ctx.now)
    earlier = ctx.find(ATTENDANCE, participation_key(agenda.id, ctx.actor.id, sitting_id), right_from=_OWN)

    secret = kept.secret if kept else None
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
