"""What E-Agenda tells of its recap."""

from __future__ import annotations

from dataclasses import dataclass

from shared.events.eagenda import EagendaEvent


@dataclass(frozen=True, slots=True)
class CountingMoved(EagendaEvent):
    """A closed attendance list is counted up to here; from its beginning without a cursor."""

    agenda_id: str
    cursor: str
