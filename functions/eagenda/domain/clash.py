"""Who is already invited elsewhere at that time: a warning, never a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.answer import STAYS_AWAY
from shared.refusals import InvalidField

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.invitation import Invitation

MOST_AT_ONCE = 100


def clashes(invitation: Invitation, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether who is invited there cannot be here: both go on at one moment, and they have not said no to it."""
    goes_on = invitation.starts_at < ends_at and starts_at < invitation.ends_at
    return goes_on and invitation.state is not AgendaState.CANCELLED and invitation.answer.kind not in STAYS_AWAY


def require_question(person_ids: tuple[str, ...], starts_at: datetime, ends_at: datetime) -> None:
    """Refuse a question about too many people, or about no time."""
    if len(person_ids) > MOST_AT_ONCE:
        raise InvalidField("/person_ids", f"Paling banyak {MOST_AT_ONCE} orang sekali tanya.")
    if ends_at <= starts_at:
        raise InvalidField("/ends_at", "Waktu selesai harus sesudah waktu mulai.")
