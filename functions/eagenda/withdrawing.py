"""Taking invitations back, for whatever reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.attended import attendance_of
from functions.eagenda.domain.invitees import without_posts
from functions.eagenda.holders import RIGHT
from functions.eagenda.invitations import INVITED_POSTS
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from functions.eagenda.subjects import agenda_subject_id, as_withdrawn, withdrawn_subject_id
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.invitation import Invitation
    from functions.eagenda.domain.invitees import InvitedPosts
    from shared.kernel.context import Context
    from shared.tasks.task import Task
    from shared.views.subjects import SubjectEvent


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who is invited, whether they are recorded as present, and the task to answer."""

    invitation: Invitation
    is_present: bool
    task: Task | None
    event: SubjectEvent | None  # what calendars were told of the agenda last


def find_invited(agenda: Agenda, person_ids: Iterable[str], ctx: Context) -> list[Invited]:
    """Return those of these people who are invited, and read what withdrawing writes over."""
    ctx.find(SUBJECTS, withdrawn_subject_id(agenda.id), right_from=RIGHT)
    told = ctx.find(SUBJECTS, agenda_subject_id(agenda.id), right_from=RIGHT)
    event = told.event if told else None
    found = (_find(agenda, it, event, ctx) for it in dict.fromkeys(person_ids))
    return [it for it in found if it is not None]


def deputies_of(agenda: Agenda, invited: Iterable[Invited], ctx: Context) -> list[Invited]:
    """Return those who would come in the place of these people."""
    return find_invited(agenda, filter(None, (it.invitation.answer.deputy_id for it in invited)), ctx)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Whose invitations are withdrawn, with their deputies; who is present already keeps theirs.

    ``posts`` are those that stay invited, None where that changes nothing.
    """

    absent: tuple[Invited, ...]
    deputies: tuple[Invited, ...]
    present_count: int
    posts: InvitedPosts | None


def prepare_withdrawal(agenda: Agenda, person_ids: Iterable[str], ctx: Context) -> Withdrawal:
    """Read and decide what withdrawing these people's invitations takes away."""
    found = [it for it in find_invited(agenda, person_ids, ctx) if not it.invitation.is_deputy]
    absent = tuple(it for it in found if not it.is_present)
    deputies = tuple(it for it in deputies_of(agenda, absent, ctx) if not it.is_present)
    posts = ctx.find(INVITED_POSTS, agenda.id, right_from=RIGHT)
    left = without_posts(posts, (it.invitation.position_id for it in absent)) if posts else None
    return Withdrawal(absent, deputies, len(found) - len(absent), left if left != posts else None)


def write_withdrawal(agenda: Agenda, withdrawal: Withdrawal, ctx: Context, *, quiet: Collection[str] = ()) -> None:
    """Take them away and have those who had them told, but for the quiet."""
    if withdrawal.absent:
        ctx.put(AGENDAS, replace(agenda, invited_count=agenda.invited_count - len(withdrawal.absent)))
        withdraw(agenda, (*withdrawal.absent, *withdrawal.deputies), ctx, quiet=quiet)
    if withdrawal.posts:
        ctx.put(INVITED_POSTS, withdrawal.posts)


def withdraw(agenda: Agenda, invited: Iterable[Invited], ctx: Context, *, quiet: Collection[str] = ()) -> None:
    """Take invitations away and have those who had them told, but for the quiet; the agenda is named to them."""
    gone = list(invited)
    for it in gone:
        ctx.delete(INVITATIONS, participation_key(agenda.id, it.invitation.person_id))
        settle(it.task, ctx)
    ctx.put(SUBJECTS, as_withdrawn(agenda, gone[0].event if gone else None))
    untold = {agenda.organiser.person_id, *quiet}
    told = (it.invitation.person_id for it in gone if it.invitation.person_id not in untold)
    request_notices(NoticeKind.AGENDA_WITHDRAWN, withdrawn_subject_id(agenda.id), told, ctx)


def _find(agenda: Agenda, person_id: str, event: SubjectEvent | None, ctx: Context) -> Invited | None:
    key = participation_key(agenda.id, person_id)
    invitation = ctx.find(INVITATIONS, key, right_from=RIGHT)
    if invitation is None:
        return None
    is_present = bool(attendance_of(agenda, person_id, ctx, RIGHT))
    return Invited(invitation, is_present, find_task(TaskKind.INVITATION, key, ctx), event)
