"""What a chain of approvals tells: a lane of its own, whatever it is that is approved.

Events come at least once and in no order, so each says only that something moved: whoever hears it looks at how the
chain stands now and makes it true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from shared.events.event import Event
from shared.values import Instant

NASKAH = "naskah"  # of what is approved: a naskah dinas of E-Office


@dataclass(frozen=True, slots=True)
class ApprovalRequested(Event):
    """It is the turn of these posts; they are to decide by then."""

    topic: ClassVar[str] = "approvals"

    matter: str
    matter_id: str
    position_ids: tuple[str, ...]
    due_at: Instant


@dataclass(frozen=True, slots=True)
class ApprovalDecided(Event):
    """Something was decided, kept under this id; these posts are asked no more."""

    topic: ClassVar[str] = "approvals"

    matter: str
    matter_id: str
    decision_id: str
    position_ids: tuple[str, ...]
