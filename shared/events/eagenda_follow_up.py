"""What E-Agenda tells of what follows a meeting; apart from what each scan loads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event, JobMoved


@dataclass(frozen=True, slots=True)
class NotulenApproved(Event):
    """The notulen of a meeting is final in this edition."""

    topic: ClassVar[str] = "eagenda"
    agenda_id: str
    edition: int


@dataclass(frozen=True, slots=True)
class DecisionsToRemind(Event):
    """There are decisions whose owners are to be reminded; told again for whatever is still left then."""

    topic: ClassVar[str] = "eagenda"


@dataclass(frozen=True, slots=True)
class SertifikatMoved(JobMoved):
    """So many of those present at a meeting have their certificate; the cursor says from where to go on."""

    topic: ClassVar[str] = "eagenda"
    agenda_id: str
    cursor: str
