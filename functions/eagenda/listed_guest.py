"""A guest who is invited by e-mail as the organiser's list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.guest import GuestState
from functions.eagenda.domain.invited_guest import GuestMailState
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eagenda.domain.guest import Guest
    from functions.eagenda.domain.invited_guest import InvitedGuest


@dataclass(frozen=True, slots=True)
class ListedInvitedGuest:
    """One invited guest; the address is gone once the time for which it was needed is over.

    ``mail_reason`` is the mail server's own code, or a word of ours, where no e-mail arrived.
    """

    id: str
    name: str
    institution: str
    email: str
    answer: AnswerKind
    answer_reason: str
    mail: GuestMailState
    mail_reason: str
    attended_at: Instant | None


def listed_guest(invited: InvitedGuest, present: Guest | None) -> ListedInvitedGuest:
    """Return a row of the list; who was taken off the list of those present counts as absent."""
    counts = present is not None and present.state is GuestState.PRESENT
    return ListedInvitedGuest(
        invited.id,
        invited.name,
        invited.institution,
        invited.email,
        invited.answer.kind,
        invited.answer.reason,
        invited.mail.state,
        invited.mail.reason,
        invited.attended_at if counts else None,
    )
