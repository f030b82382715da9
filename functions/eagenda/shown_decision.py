"""A decision as the portal shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.eagenda.domain.decision import DecisionState
from shared.rules.calendar import wib_date
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.decision import Decision


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A step that was told."""

    at: Instant
    by: str
    state: DecisionState
    note: str


@dataclass(frozen=True, slots=True)
class FollowedDecision:
    """A decision and how far it is, the newest report first."""

    id: str
    agenda_id: str
    agenda_title: str
    text: str
    owner: str
    due_on: date
    state: DecisionState
    is_overdue: bool
    reports: tuple[ShownReport, ...]


def shown_decision(decision: Decision, now: datetime) -> FollowedDecision:
    """Return a decision as of a moment."""
    return FollowedDecision(
        decision.id,
        decision.agenda_id,
        decision.agenda_title,
        decision.text,
        decision.owner.words,
        decision.due_on,
        decision.state,
        decision.is_open and wib_date(now) > decision.due_on,
        tuple(ShownReport(it.at, it.by, it.state, it.note) for it in reversed(decision.reports)),
    )
