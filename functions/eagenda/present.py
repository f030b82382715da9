"""The answer to a scan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendance


@dataclass(frozen=True, slots=True)
class Present:
    """The caller is present since ``attended_at``; ``already`` when an earlier scan said so."""

    agenda_id: str
    agenda_title: str
    place: str
    person_name: str
    attended_at: Instant
    already: bool


def present(agenda: Agenda, attendance: Attendance, *, already: bool) -> Present:
    """Answer a scan."""
    name = attendance.attendee.name
    return Present(agenda.id, agenda.title, agenda.place, name, attendance.at, already)
