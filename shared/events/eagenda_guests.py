"""What E-Agenda's functions tell one another of guests who are invited by e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.eagenda import EagendaEvent
from shared.events.event import JobMoved
from shared.rules.notice import NoticeKind


@dataclass(frozen=True, slots=True)
class GuestInvitingMoved(JobMoved):
    """So many of a long list of guests are invited to a meeting."""

    topic: ClassVar[str] = "eagenda"
    agenda_id: str


@dataclass(frozen=True, slots=True)
class GuestMailsLeft(EagendaEvent):
    """The guests of a meeting are written to up to a cursor: that it moved, is cancelled or is tomorrow."""

    agenda_id: str
    kind: NoticeKind
    cursor: str
