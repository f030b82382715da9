"""List who is present, for those who run the meeting; polled each second while it lasts."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaState, NotOrganiser
from functions.eagenda.domain.attendance import Method
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant, Nip

_RIGHT = "the agenda that the caller runs"
_PAGE = 100


@dataclass(frozen=True, slots=True)
class WhichAttendance:
    """Whose list; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedAttendance:
    """One person present, in the position of that day."""

    person_id: str
    name: str
    nip: Nip | None
    position_title: str
    organisation_name: str
    attended_at: Instant
    method: Method
    received_at: Instant | None  # of a scan kept on a phone, whose clock says ``attended_at``


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """A part of the list in order of arrival, and the counts. It holds no moment, so that no change is no bytes."""

    items: tuple[ListedAttendance, ...]
    present_count: int
    invited_count: int
    state: AgendaState
    next_cursor: str | None


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_attendance(which: WhichAttendance, ctx: ReadContext) -> AttendanceList:
    """List who is present at an agenda, in order of arrival."""
    agenda = organised_agenda(which.agenda_id, ctx)
    page = ctx.list(
        ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), cursor=which.cursor, limit=_PAGE, right_from=_RIGHT
    )
    present = ctx.count(
        ATTENDANCE, OF_AGENDA_IN_ORDER, equal=(agenda.id,), up_to=agenda.invited_count, right_from=_RIGHT
    )

    items = tuple(
        ListedAttendance(
            attendance.attendee.person_id,
            attendance.attendee.name,
            attendance.attendee.nip,
            attendance.attendee.position_shown,
            attendance.attendee.organisation_name,
            attendance.at,
            attendance.method,
            attendance.confirmation.received_at if attendance.confirmation else None,
        )
        for _, attendance in page.items
    )
    return AttendanceList(items, present, agenda.invited_count, agenda.state, page.next_cursor)
