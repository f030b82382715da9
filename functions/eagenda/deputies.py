"""Deputies: whoever comes to a meeting in another's place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.answers import answer_task
from functions.eagenda.domain.answer import NOT_ANSWERED, Represented
from functions.eagenda.domain.answering import Deputy, DeputyPresent
from functions.eagenda.domain.invitation import invite
from functions.eagenda.holders import RIGHT, FoundInvitee, invitee
from functions.eagenda.records import INVITATIONS, participation_key
from functions.eagenda.subjects import agenda_subject_id
from functions.eagenda.withdrawing import Invited, withdraw
from shared.notices.request import request_notices
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind
from shared.tasks.ask import ask, find_task
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invitation import Invitation
    from shared.kernel.context import Context
    from shared.tasks.task import Task


@dataclass(frozen=True, slots=True)
class FoundDeputy:
    """Somebody chosen as a deputy, and the task that asked them once."""

    person: FoundInvitee
    task: Task | None
    is_invited: bool

    @property
    def deputy(self) -> Deputy:
        """Return what decides whether they may be it."""
        return Deputy(self.person.person_id, self.person.name, self.is_invited)


def find_deputy(agenda: Agenda, person_id: str, ctx: Context) -> FoundDeputy | None:
    """Return the person chosen; None for nobody."""
    person = invitee(person_id, wib_date(agenda.starts_at), ctx) if person_id else None
    if person is None:
        return None
    key = participation_key(agenda.id, person_id)
    is_invited = ctx.find(INVITATIONS, key, right_from=RIGHT) is not None
    return FoundDeputy(person, find_task(TaskKind.INVITATION, key, ctx), is_invited)


def find_represented(agenda: Agenda, own: Invitation, ctx: Context) -> tuple[Invitation, Task | None] | None:
    """Return the invitation of the one whom a deputy represents, with its task."""
    key = participation_key(agenda.id, own.represents.person_id if own.represents else "")
    invitation = ctx.find(INVITATIONS, key, right_from=RIGHT)
    return (invitation, find_task(TaskKind.INVITATION, key, ctx)) if invitation else None


def require_absent(deputies: list[Invited]) -> None:
    """Refuse to change one's answer once the deputy is in the hall."""
    for it in deputies:
        if it.is_present:
            raise DeputyPresent(f"{it.invitation.name} sudah hadir mewakili Anda.")


def decline(agenda: Agenda, own: Invitation, represented: tuple[Invitation, Task | None] | None, ctx: Context) -> None:
    """Let a deputy go, and ask the one whom they represent anew."""
    ctx.delete(INVITATIONS, participation_key(agenda.id, own.person_id))
    if represented is None:
        return
    invitation, task = represented
    asked = replace(invitation, answer=NOT_ANSWERED, asked_until=agenda.ends_at)
    ctx.put(INVITATIONS, asked)
    ask(answer_task(agenda, asked, ctx), ctx, found=task)
    people = (invitation.person_id,)
    request_notices(NoticeKind.AGENDA_DEPUTY_DECLINED, agenda_subject_id(agenda.id), people, ctx)


def replace_deputy(
    agenda: Agenda, own: Invitation, before: list[Invited], found: FoundDeputy | None, ctx: Context
) -> None:
    """Let go whoever was to come before, and invite whoever is to come now."""
    if before:
        withdraw(agenda, before, ctx)
    if found is None:
        return
    person = found.person
    invitation = replace(
        invite(agenda, person.person_id),
        name=person.name,
        position_title=person.position_title,
        organisation_name=person.organisation_name,
        represents=Represented(own.person_id, own.name or ctx.actor.name, own.position_title),
        is_deputy=True,
        asked_until=agenda.ends_at,
    )
    ctx.create(INVITATIONS, invitation)
    ask(answer_task(agenda, invitation, ctx), ctx, found=found.task)
    request_notices(NoticeKind.AGENDA_DEPUTY, agenda_subject_id(agenda.id), (person.person_id,), ctx)
