"""How and when a person holds a position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AppointmentKind(StrEnum):
    """How a position is held (UU 30/2014 art. 14): for good, or acting for one who left (Plt.) or is away (Plh.)."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person holds a position from a day to a day, both included; no last day while it lasts."""

    position_id: str
    person_id: str
    kind: AppointmentKind
    starts_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the person holds the position on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: Appointment) -> bool:
        """Whether there is a day on which both hold."""
        begins_in_time = self.ends_on is None or other.starts_on <= self.ends_on
        return begins_in_time and (other.ends_on is None or self.starts_on <= other.ends_on)
