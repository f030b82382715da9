"""What the portal tells the other systems, and its own functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event


@dataclass(frozen=True, slots=True)
class PortalEvent(Event):
    """Base of the portal's events."""

    topic: ClassVar[str] = "portal"


@dataclass(frozen=True, slots=True)
class DeliveriesReleased(PortalEvent):
    """Deliveries that were dead may be tried again; named by their keys."""

    keys: tuple[str, ...]
