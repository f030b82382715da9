"""Inviting people: a few at once, many by a job; in the transaction of whatever invites them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.answers import answer_task
from functions.eagenda.domain.invitation import Invitation, invite
from functions.eagenda.domain.invitees import (
    AT_ONCE,
    InvitedPost,
    InvitedPosts,
    Invitee,
    InviteList,
    require_known,
    together,
    with_posts,
)
from functions.eagenda.domain.reminder import ReminderKind, remind
from functions.eagenda.holders import RIGHT, FoundInvitee, invited_post, invitees_on
from functions.eagenda.records import INVITATIONS, participation_key
from functions.eagenda.reminders import REMINDED, REMINDERS, reminder_key
from functions.eagenda.subjects import agenda_subject_id
from shared.directory.model import PERSONS
from shared.events.eagenda import InvitingMoved
from shared.jobs.advance import start
from shared.jobs.job import Job
from shared.kernel.collections import TypedCollection
from shared.notices.request import request_notices
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind
from shared.tasks.ask import ask, find_task
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.reminder import Reminder
    from shared.kernel.context import Context
    from shared.tasks.task import Task

INVITED_POSTS = TypedCollection(
    "invited_posts", InvitedPosts, key=lambda it: it.agenda_id, matter=lambda it: it.agenda_id
)
INVITE_LISTS = TypedCollection("invite_lists", InviteList, key=lambda it: it.job_id, matter=lambda it: it.agenda_id)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom an organiser asked for, resolved as of the day of the meeting."""

    invitees: tuple[Invitee, ...]
    posts: InvitedPosts
    vacant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedOne:
    """One who was asked for: the invitation to write, or none for nobody and for who is invited already."""

    name: str
    invitation: Invitation | None
    already: bool
    task: Task | None = None  # of an invitation that was withdrawn


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is written for those who are not invited yet."""

    each: tuple[PreparedOne, ...]
    late_reminders: tuple[Reminder, ...] = ()

    @property
    def new(self) -> tuple[Invitation, ...]:
        """The invitations to write."""
        return tuple(it.invitation for it in self.each if it.invitation is not None)


def resolve(agenda: Agenda, persons: tuple[str, ...], posts: tuple[str, ...], ctx: Context) -> Resolved:
    """Return whom these persons and posts mean on the day of the meeting. Raises InvalidField for unknown ones."""
    day = wib_date(agenda.starts_at)
    people = dict.fromkeys(persons)
    found = {it: invited_post(it, day, ctx) for it in dict.fromkeys(posts)}
    known = [it for it in found.values() if it is not None]
    before = ctx.find(INVITED_POSTS, agenda.id, right_from=RIGHT) or InvitedPosts(agenda.id, ())

    known_people = ctx.ports.records.get_many(PERSONS.stored, people)
    require_known(persons=len(known_people) == len(people), posts=len(known) == len(found))
    return Resolved(
        together(people, known), with_posts(before, known), tuple(it.position_id for it in known if not it.holder_id)
    )


def prepare(agenda: Agenda, invitees: tuple[Invitee, ...], ctx: Context, *, is_new: bool = False) -> Prepared:
    """Read who is invited already, and what the others need; a new agenda has nobody yet."""
    day = wib_date(agenda.starts_at)
    reminded = not is_new and ctx.find(REMINDED, agenda.id, right_from=RIGHT) is not None
    people = {it.person_id: it for it in invitees_on([(it.person_id, it.position_id) for it in invitees], day, ctx)}
    prepared = [_prepare(agenda, one, people.get(one.person_id), ctx, is_new=is_new) for one in invitees]
    new = tuple(it.invitation for it in prepared if it.invitation is not None)
    return Prepared(tuple(prepared), _late_reminders(agenda, new, ctx) if reminded else ())


def _prepare(agenda: Agenda, one: Invitee, found: FoundInvitee | None, ctx: Context, *, is_new: bool) -> PreparedOne:
    key = participation_key(agenda.id, one.person_id)
    already = not is_new and ctx.find(INVITATIONS, key, right_from=RIGHT) is not None
    if found is None or already:
        return PreparedOne(found.name if found else "", None, already)
    invitation = replace(
        invite(agenda, one.person_id),
        position_id=one.position_id,
        name=found.name,
        position_title=found.position_title,
        organisation_name=found.organisation_name,
        asked_until=None if one.person_id == agenda.organiser.person_id else agenda.ends_at,
    )
    task = None if is_new else find_task(TaskKind.INVITATION, key, ctx)
    return PreparedOne(found.name, invitation, already, task)


def _late_reminders(agenda: Agenda, new: tuple[Invitation, ...], ctx: Context) -> tuple[Reminder, ...]:
    """Return what tells those invited within the hour before, when the others have been reminded already."""
    reminders = (remind(agenda, it.person_id, ReminderKind.STARTS_SOON, ctx.now) for it in new)
    return tuple(it for it in reminders if ctx.find(REMINDERS, reminder_key(it), right_from=RIGHT) is None)


def write(agenda: Agenda, prepared: Prepared, ctx: Context, *, quiet: Collection[str] = ()) -> None:
    """Write the invitations and have each person told, but for the quiet; whoever calls the meeting knows it."""
    for one in prepared.each:
        if one.invitation is not None:
            ctx.create(INVITATIONS, one.invitation)
            if one.invitation.asked_until is not None and one.invitation.person_id not in quiet:
                ask(answer_task(agenda, one.invitation, ctx), ctx, found=one.task)
    for reminder in prepared.late_reminders:
        ctx.create(REMINDERS, reminder)
    people = (it.person_id for it in prepared.new if it.person_id not in {agenda.organiser.person_id, *quiet})
    request_notices(NoticeKind.AGENDA_INVITED, agenda_subject_id(agenda.id), people, ctx)


def holders_moved(agenda: Agenda, posts: InvitedPosts, ctx: Context) -> list[tuple[InvitedPost, str]]:
    """Return the posts with another holder on the day than the one who is invited, each with that one."""
    day = wib_date(agenda.starts_at)
    now = [(it, invited_post(it.position_id, day, ctx) or InvitedPost(it.position_id)) for it in posts.posts]
    return [(after, before.holder_id) for before, after in now if before.holder_id != after.holder_id]


def is_long(resolved: Resolved) -> bool:
    """Whether so many are invited that a job does it."""
    return len(resolved.invitees) > AT_ONCE


def start_job(agenda: Agenda, invitees: tuple[Invitee, ...], ctx: Context) -> str:
    """Have a job invite them; return its id."""
    job_id = ctx.new_id()
    title, page = f"Undangan: {agenda.title}", f"/agenda/{agenda.id}/undangan"
    ctx.create(INVITE_LISTS, InviteList(job_id, agenda.id, invitees))
    job = Job(job_id, ctx.actor.id, title, page, len(invitees), ctx.now, ctx.now, is_cancellable=True)
    start(job, InvitingMoved(job_id, 0, agenda.id), ctx)
    return job_id
