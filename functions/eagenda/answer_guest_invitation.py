"""Answer an invitation as the guest whose personal link it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.invited_guest import GuestLinkEnded, answer_as_guest
from functions.eagenda.domain.invitees import require_open
from functions.eagenda.invited_guests import INVITED_GUESTS, guest_by_link
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.values import Text


@dataclass(frozen=True, slots=True)
class GuestAnswer:
    """Whose link, and whether they come; a reason may be left out."""

    token: Annotated[str, Text(1, 400)]
    kind: AnswerKind
    reason: Annotated[str, Text(0, 200)] = ""


@dataclass(frozen=True, slots=True)
class GuestAnswered:
    """What stands now."""

    kind: AnswerKind


@operation(
    permission=PUBLIC,
    refuses=(GuestLinkEnded, AgendaIsCancelled, AgendaOver),
    limit=PerAddress(per_minute=60, burst=60),
)
def answer_guest_invitation(given: GuestAnswer, ctx: Context) -> GuestAnswered:
    """Answer whether the guest comes; it can be answered otherwise until the meeting is over."""
    guest, agenda = guest_by_link(given.token, ctx)
    require_open(agenda, ctx.now)

    answered = answer_as_guest(guest, given.kind, given.reason, ctx.now)

    if (answered.answer.kind, answered.answer.reason) != (guest.answer.kind, guest.answer.reason):
        ctx.put(INVITED_GUESTS, answered)
    return GuestAnswered(answered.answer.kind)
