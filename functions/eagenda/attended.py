"""What a person attended of an agenda, and who attended all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.records import ATTENDANCE, participation_key

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from shared.kernel.context import ReadContext


def attendance_of(agenda: Agenda, person_id: str, ctx: ReadContext, right_from: str) -> tuple[Attendance, ...]:
    """Return a person's attendance of an agenda: of each of its sittings that they attended, or of the whole."""
    sitting_ids = [it.id for it in agenda.sittings] or [""]
    keys = (participation_key(agenda.id, person_id, it) for it in sitting_ids)
    return tuple(it for it in (ctx.find(ATTENDANCE, key, right_from=right_from) for key in keys) if it is not None)


def attended_whole(agenda: Agenda, person_id: str, ctx: ReadContext, right_from: str) -> bool:
    """Return whether a person attended every sitting of an agenda, or the whole of one that has none."""
    return len(attendance_of(agenda, person_id, ctx, right_from)) == max(1, len(agenda.sittings))
