"""The offices of a meeting, read as several operations need them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.domain.attending_office import by_office
from functions.eagenda.records import INVITATIONS, OF_AGENDA
from shared.values import Text

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance
    from functions.eagenda.domain.attending_office import AttendingOffice
    from shared.kernel.context import ReadContext

RIGHT = "the agenda that the caller runs"


@dataclass(frozen=True, slots=True)
class WhichOffices:
    """Of which agenda; one office by its name on the invitations, or all."""

    agenda_id: str
    office: Annotated[str, Text(0, 300)] = ""


def attending_offices(agenda: Agenda, present: tuple[Attendance, ...], ctx: ReadContext) -> tuple[AttendingOffice, ...]:
    """Return all offices with somebody invited or present; a list on paper is whole, so all invitations are read."""
    invitations = (it for _, it in ctx.every(INVITATIONS, OF_AGENDA, equal=(agenda.id,), right_from=RIGHT))
    first = {it.attendee.person_id: it for it in reversed(present)}  # of several sittings, the first that each came to
    came = tuple(it for it in present if first[it.attendee.person_id] is it)
    return by_office({it.person_id: it for it in invitations}, came)
