"""What E-Agenda tells of its spot checks."""

from __future__ import annotations

from dataclasses import dataclass

from shared.events.eagenda import EagendaEvent
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class SpotCheckTimed(EagendaEvent):
    """A spot check of a meeting begins or ends at a moment."""

    agenda_id: str
    due_at: Instant


@dataclass(frozen=True, slots=True)
class SpotCheckDue(EagendaEvent):
    """The moment has come at which a spot check of a meeting begins or ends."""

    agenda_id: str
    due_at: Instant
