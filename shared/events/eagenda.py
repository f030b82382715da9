"""What E-Agenda tells the other systems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class EagendaEvent(Event):
    """Base of E-Agenda's events."""

    topic: ClassVar[str] = "eagenda"


@dataclass(frozen=True, slots=True)
class AgendaCancelled(EagendaEvent):
    """A meeting will not take place."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class AgendaStartsSoon(EagendaEvent):
    """A meeting begins within the hour; told once for each meeting."""

    agenda_id: str
    starts_at: Instant


@dataclass(frozen=True, slots=True)
class AttendanceRecorded(EagendaEvent):
    """A person was present at a meeting."""

    agenda_id: str
    person_id: str
    at: Instant


@dataclass(frozen=True, slots=True)
class AttendanceClosed(EagendaEvent):
    """The attendance list of a meeting is final in this version."""

    agenda_id: str
    sheet_version: int
