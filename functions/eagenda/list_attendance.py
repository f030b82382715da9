"""List who is present, for those who run the meeting; polled each second while it lasts."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaState, NotOrganiser
from functions.eagenda.domain.attendance import ByHand, Method
from functions.eagenda.domain.map_point import Distance
from functions.eagenda.present_counts import (
    count_left,
    count_outside,
    count_present,
    outside_in_order,
    present_in_order,
)
from functions.eagenda.records import ATTENDANCE
from functions.eagenda.sittings import chosen_sitting
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant, Nip

_RIGHT = "the agenda that the caller runs"
_PAGE = 100


@dataclass(frozen=True, slots=True)
class WhichAttendance:
    """Of which agenda, or of which of its sittings; the cursor continues an earlier answer."""

    agenda_id: str
    cursor: str | None = None
    sitting_id: str = ""
    to_review: bool = False  # those alone whose phones were elsewhere


@dataclass(frozen=True, slots=True)
class ListedAttendance:
    """One person present, in the position of that day, and when they left, if they said so."""

    person_id: str
    name: str
    nip: Nip | None
    position_title: str
    organisation_name: str
    attended_at: Instant
    method: Method
    received_at: Instant | None  # of a scan kept on a phone, whose clock says ``attended_at``
    sitting_id: str
    left_at: Instant | None
    left_by: Method | None
    distance: Distance | None
    by_hand: ByHand | None  # why they were written down, and in whose name
    left_by_hand: ByHand | None  # the same of leaving


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """A part of the list in order of arrival, and the counts. It holds no moment, so that no change is no bytes.

    ``left_count`` is how many said that they left; None where that is not recorded.
    """

    items: tuple[ListedAttendance, ...]
    present_count: int
    invited_count: int
    state: AgendaState
    next_cursor: str | None
    left_count: int | None
    to_review_count: int  # whose phones were elsewhere


@query(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser))
def list_attendance(which: WhichAttendance, ctx: ReadContext) -> AttendanceList:
    """List who is present at an agenda or at one of its sittings, in order of arrival."""
    agenda = organised_agenda(which.agenda_id, ctx)
    sitting = chosen_sitting(agenda, which.sitting_id)
    order, equal = outside_in_order(agenda, sitting) if which.to_review else present_in_order(agenda, sitting)
    page = ctx.list(ATTENDANCE, order, equal=equal, cursor=which.cursor, limit=_PAGE, right_from=_RIGHT)
    present = count_present(agenda, sitting, ctx, _RIGHT)
    left = count_left(agenda, sitting, ctx, _RIGHT)
    outside = count_outside(agenda, sitting, ctx, _RIGHT)

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
            attendance.sitting_id,
            attendance.left_at,
            attendance.left_by,
            attendance.distance,
            attendance.by_hand,
            attendance.left_by_hand,
        )
        for _, attendance in page.items
    )
    return AttendanceList(items, present, agenda.invited_count, agenda.state, page.next_cursor, left, outside)
