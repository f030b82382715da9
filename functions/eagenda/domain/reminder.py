"""Reminders: what a person is told about a meeting to which they are invited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from functions.eagenda.domain.agenda import Agenda, AgendaState
from shared.values import Instant

BEFORE_START = timedelta(hours=1)


class ReminderKind(StrEnum):
    """What the person is told."""

    STARTS_SOON = "starts_soon"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A person is told once about a meeting; the title and place stand beside it for the list."""

    agenda_id: str
    person_id: str
    kind: ReminderKind
    title: str
    place: str
    starts_at: Instant
    at: Instant


@dataclass(frozen=True, slots=True)
class Reminded:
    """Those invited were reminded of the start; apart from the agenda, whose version a reminder must not raise."""

    agenda_id: str
    at: Instant


@dataclass(frozen=True, slots=True)
class RemindedDayBefore:
    """Those invited were reminded the day before; of an agenda that moves to another day they are reminded again."""

    agenda_id: str
    day: date


def is_due(agenda: Agenda, now: datetime) -> bool:
    """Whether those invited are to be reminded now: within the hour before, and never after the start."""
    soon = agenda.starts_at - BEFORE_START <= now < agenda.starts_at
    return soon and agenda.state is AgendaState.SCHEDULED


def remind(agenda: Agenda, person_id: str, kind: ReminderKind, now: datetime) -> Reminder:
    """Tell a person."""
    return Reminder(agenda.id, person_id, kind, agenda.title, agenda.place, agenda.starts_at, now)
