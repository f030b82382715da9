"""How E-Agenda tells many people of one thing: some at a time, each time carried on by an event of its own."""

from __future__ import annotations

from dataclasses import dataclass

from shared.events.eagenda import EagendaEvent
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ParticipantsLeft(EagendaEvent):
    """Those invited are told of a meeting up to a cursor, the others not yet: that it starts then, or is cancelled."""

    agenda_id: str
    starts_at: Instant | None  # None: it is cancelled
    cursor: str
    with_series: bool = False


@dataclass(frozen=True, slots=True)
class ChangeLeft(EagendaEvent):
    """The invitations to a meeting say what it says now, up to a cursor; ``is_moved`` when their people are told."""

    agenda_id: str
    is_moved: bool
    cursor: str
    with_series: bool = False
