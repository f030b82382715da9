"""List who is present, for those who run the meeting; polled each second while it lasts."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaState, NotOrganiser
from functions.eagenda.listed_attendance import ListedAttendance, listed_attendance
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

    items = tuple(listed_attendance(attendance) for _, attendance in page.items)
    return AttendanceList(items, present, agenda.invited_count, agenda.state, page.next_cursor, left, outside)
