"""What E-Office tells of letters that came in: ids alone, for whoever sees to what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event


@dataclass(frozen=True, slots=True)
class LetterScanDiscarded(Event):
    """A scan was thrown away; its document may go."""

    topic: ClassVar[str] = "eoffice"
    scan_id: str
