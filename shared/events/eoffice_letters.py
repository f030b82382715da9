"""What E-Office tells of letters, coming in and going out: ids alone, for whoever sees to what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event


@dataclass(frozen=True, slots=True)
class LetterScanDiscarded(Event):
    """A scan was thrown away; its document may go."""

    topic: ClassVar[str] = "eoffice"
    scan_id: str


@dataclass(frozen=True, slots=True)
class NaskahSigned(Event):
    """A naskah bears its signature; it is to reach those to whom it goes."""

    topic: ClassVar[str] = "eoffice"
    naskah_id: str
