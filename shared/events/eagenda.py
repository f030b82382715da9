"""What E-Agenda tells the other systems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event, JobMoved
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class EagendaEvent(Event):
    """Base of E-Agenda's events."""

    topic: ClassVar[str] = "eagenda"


@dataclass(frozen=True, slots=True)
class AgendaScheduled(EagendaEvent):
    """A meeting will take place at a time."""

    agenda_id: str
    starts_at: Instant


@dataclass(frozen=True, slots=True)
class AgendaEdited(EagendaEvent):
    """A meeting says something else; moved when its time or place is another.

    ``with_series``: those invited to the whole series are told of it together, not of each day.
    """

    agenda_id: str
    starts_at: Instant
    is_moved: bool
    with_series: bool = False


@dataclass(frozen=True, slots=True)
class AgendaCancelled(EagendaEvent):
    """A meeting will not take place; ``with_series`` as where one is edited."""

    agenda_id: str
    with_series: bool = False


@dataclass(frozen=True, slots=True)
class AgendaStartsSoon(EagendaEvent):
    """A meeting begins within the hour; told once for each meeting."""

    agenda_id: str
    starts_at: Instant


@dataclass(frozen=True, slots=True)
class AttendanceClosed(EagendaEvent):
    """The attendance list of a meeting is final in this version."""

    agenda_id: str
    sheet_version: int


@dataclass(frozen=True, slots=True)
class AttachmentAdded(EagendaEvent):
    """Those invited to a meeting can download another file."""

    agenda_id: str
    attachment_id: str


@dataclass(frozen=True, slots=True)
class AttachmentRemoved(EagendaEvent):
    """A file of a meeting is shown no longer."""

    agenda_id: str
    attachment_id: str


@dataclass(frozen=True, slots=True)
class AttachmentDiscarded(EagendaEvent):
    """A file that was removed, or never arrived, is forgotten: nothing of it need be kept."""

    agenda_id: str
    attachment_id: str


@dataclass(frozen=True, slots=True)
class InvitingMoved(JobMoved):
    """So many of a long list of people are invited to a meeting."""

    topic: ClassVar[str] = "eagenda"
    agenda_id: str


@dataclass(frozen=True, slots=True)
class InvitedPostsMoved(EagendaEvent):
    """Posts that are invited to a meeting will be held by others on its day."""

    agenda_id: str


@dataclass(frozen=True, slots=True)
class AnswersOver(EagendaEvent):
    """There are invitations that wait for an answer whose time is over; told again for whatever is still left then."""


@dataclass(frozen=True, slots=True)
class AgendaTomorrow(EagendaEvent):
    """A meeting begins tomorrow; told once for each day on which it would begin."""

    agenda_id: str
    starts_at: Instant
