"""Giving an answer to an invitation: by whoever is invited, or by those who keep their calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.deputies import decline, find_deputy, find_represented, replace_deputy, require_absent
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.answering import answer
from functions.eagenda.domain.invitees import require_open
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from functions.eagenda.withdrawing import find_invited
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Text

if TYPE_CHECKING:
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class InvitationAnswer:
    """To which invitation, and what; a reason for not coming, a deputy where somebody else comes."""

    agenda_id: str
    kind: AnswerKind
    reason: Annotated[str, Text(0, 200)] = ""
    deputy_id: str = ""


@dataclass(frozen=True, slots=True)
class InvitationAnswered:
    """What stands now; whoever was to come in another's place and declines is not invited any more."""

    kind: AnswerKind
    deputy_name: str
    still_invited: bool


def give_answer(
    given: InvitationAnswer, person_id: str, name: str, ctx: Context, *, right_from: str
) -> InvitationAnswered:
    """Answer the invitation of a person; it can be answered otherwise until the meeting is over."""
    key = participation_key(given.agenda_id, person_id)
    own = ctx.get(INVITATIONS, key, right_from=right_from)
    own = own if own.name else replace(own, name=name)
    agenda = ctx.get(AGENDAS, own.agenda_id, right_from=right_from)
    require_open(agenda, ctx.now)
    task = find_task(TaskKind.INVITATION, key, ctx)
    before = find_invited(agenda, filter(None, (own.answer.deputy_id,)), ctx)
    same = given.kind is AnswerKind.REPRESENTED and given.deputy_id == own.answer.deputy_id != ""
    found = None if same or given.kind is not AnswerKind.REPRESENTED else find_deputy(agenda, given.deputy_id, ctx)
    declines = own.represents is not None and given.kind is AnswerKind.NOT_COMING
    represented = find_represented(agenda, own, ctx) if declines else None

    if same:
        return InvitationAnswered(own.answer.kind, own.answer.deputy_name, still_invited=True)
    deputy = found.deputy if found else None
    require_absent(before)
    given_answer = answer(given.kind, given.reason, deputy, own_id=person_id, is_deputy=own.is_deputy, now=ctx.now)

    settle(task, ctx)
    if declines:
        decline(agenda, own, represented, ctx)
        return InvitationAnswered(given_answer.kind, "", still_invited=False)
    ctx.put(INVITATIONS, replace(own, answer=given_answer, asked_until=None))
    replace_deputy(agenda, own, before, found, ctx)
    return InvitationAnswered(given_answer.kind, given_answer.deputy_name, still_invited=True)
