"""What the portal tells the other systems, and its own functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event, JobMoved


@dataclass(frozen=True, slots=True)
class PortalEvent(Event):
    """Base of the portal's events."""

    topic: ClassVar[str] = "portal"


@dataclass(frozen=True, slots=True)
class DeliveriesReleased(PortalEvent):
    """Deliveries that were dead may be tried again; named by their keys."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RebuildMoved(JobMoved):
    """What follows from other records is made anew so far: the first of ``left`` by a version, up to a cursor."""

    topic: ClassVar[str] = "portal"
    left: tuple[str, ...]
    version: int
    cursor: str
