"""What a scan tells the other systems; apart from E-Agenda's other events, since every cold scan loads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class AttendanceRecorded(Event):
    """A person was present at a meeting."""

    topic: ClassVar[str] = "eagenda"
    agenda_id: str
    person_id: str
    at: Instant
