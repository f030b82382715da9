"""Answer an invitation: coming, not coming, or who comes in one's place."""

from __future__ import annotations

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver
from functions.eagenda.domain.answering import DeputyPresent, DeputyRefused
from functions.eagenda.given_answers import InvitationAnswer, InvitationAnswered, give_answer
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing

_OWN = "the caller's own invitation"


@operation(permission=SIGNED_IN, refuses=(RecordMissing, AgendaIsCancelled, AgendaOver, DeputyRefused, DeputyPresent))
def answer_invitation(given: InvitationAnswer, ctx: Context) -> InvitationAnswered:
    """Answer the caller's own invitation; it can be answered otherwise until the meeting is over."""
    return give_answer(given, ctx.actor.id, ctx.actor.name, ctx, right_from=_OWN)
