"""Answer an invitation for somebody of the leadership: the protocol records who comes in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import DeputyPresent, DeputyRefused
from functions.eagenda.given_answers import InvitationAnswer, InvitationAnswered, give_answer
from functions.eagenda.leadership import leaders_today
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Text


@dataclass(frozen=True, slots=True)
class LeaderAnswer:
    """Whose invitation, to which agenda, and what is answered."""

    agenda_id: str
    person_id: str
    kind: AnswerKind
    reason: Annotated[str, Text(0, 200)] = ""
    deputy_id: str = ""


@operation(
    permission=Permission.ANSWER_FOR_LEADERS,
    refuses=(RecordMissing, AgendaIsCancelled, AgendaOver, DeputyRefused, DeputyPresent),
)
def answer_for_leader(given: LeaderAnswer, ctx: Context) -> InvitationAnswered:
    """Answer for Bupati, Wakil Bupati or Sekretaris Daerah; whoever comes in their place is invited and told."""
    leader = next((it for it in leaders_today(ctx) if it.person_id == given.person_id), None)
    if leader is None:
        raise RecordMissing("Pilih jabatan pimpinan dari kalender pimpinan.")

    answer = InvitationAnswer(given.agenda_id, given.kind, given.reason, given.deputy_id)
    return give_answer(answer, leader.person_id, leader.name, ctx, right_from="the right to answer for the leadership")
