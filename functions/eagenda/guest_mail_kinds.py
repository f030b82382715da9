"""Of which event which e-mail tells an invited guest, and whether it still holds."""

from __future__ import annotations

from datetime import datetime

from functions.eagenda.domain.agenda import Agenda, AgendaState
from shared.events.eagenda import AgendaCancelled, AgendaEdited, AgendaStartsSoon, AgendaTomorrow
from shared.events.eagenda_guests import GuestMailsLeft
from shared.rules.notice import NoticeKind

REMINDER = NoticeKind.AGENDA_TOMORROW  # an hour before, too: to a guest both are one e-mail, which names day and hour

Told = AgendaEdited | AgendaCancelled | AgendaTomorrow | AgendaStartsSoon | GuestMailsLeft
NEAR = (AgendaTomorrow, AgendaStartsSoon)


def still_holds(kind: NoticeKind, agenda: Agenda, now: datetime) -> bool:
    """Whether what was to be told is still so."""
    if kind is REMINDER:
        return agenda.state is AgendaState.SCHEDULED and agenda.starts_at > now
    return (agenda.state is AgendaState.CANCELLED) is (kind is NoticeKind.AGENDA_CANCELLED)


def kind_of(event: Told) -> NoticeKind | None:
    """Return which e-mail tells of an event; None where none does."""
    if isinstance(event, GuestMailsLeft):
        return event.kind
    if isinstance(event, NEAR):
        return REMINDER
    if isinstance(event, AgendaCancelled):
        return NoticeKind.AGENDA_CANCELLED
    return NoticeKind.AGENDA_MOVED if event.is_moved else None
