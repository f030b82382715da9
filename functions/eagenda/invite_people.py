"""Invite more people to an agenda that there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invitees import AT_ONCE, TooManyInvited, require_open, require_room
from functions.eagenda.invitations import INVITED_POSTS, Prepared, is_long, prepare, resolve, start_job, write
from functions.eagenda.records import AGENDAS, INVITATIONS, participation_key
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.task import TASKS, TaskKind, task_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.actor import Actor
    from shared.kernel.collections import TypedCollection


@dataclass(frozen=True, slots=True)
class PeopleToInvite:
    """Persons, and posts whose holder of the day is meant."""

    agenda_id: str
    invited: tuple[str, ...] = ()
    invited_posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleInvited:
    """How many are invited now who were not before, and how many were; both 0 where a job invites them.

    ``vacant_posts`` are held by nobody on the day, for all that is known: whoever comes to hold them is invited then.
    """

    invited_count: int
    already_count: int
    vacant_posts: tuple[str, ...]
    job_id: str


def _will_get(people: PeopleToInvite, _: Actor) -> Iterator[tuple[TypedCollection[Any], str]]:
    """Name what is got of each person, so that it comes in one round trip; a job reads for itself."""
    yield AGENDAS, people.agenda_id
    for person_id in people.invited if len(people.invited) <= AT_ONCE else ():
        key = participation_key(people.agenda_id, person_id)
        yield INVITATIONS, key
        yield TASKS, task_id(TaskKind.INVITATION, key)


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, TooManyInvited),
    gets=_will_get,
)
def invite_people(people: PeopleToInvite, ctx: Context) -> PeopleInvited:
    """Invite more people; who is invited already stays so, and only the others are told."""
    agenda = organised_agenda(people.agenda_id, ctx)
    require_open(agenda, ctx.now)
    asked = resolve(agenda, people.invited, people.invited_posts, ctx)
    by_job = is_long(asked)
    prepared = Prepared(()) if by_job else prepare(agenda, asked.invitees, ctx)

    require_room(agenda, len(asked.invitees) if by_job else len(prepared.new))

    if people.invited_posts:
        ctx.put(INVITED_POSTS, asked.posts)
    if prepared.new:
        ctx.put(AGENDAS, replace(agenda, invited_count=agenda.invited_count + len(prepared.new)))
        write(agenda, prepared, ctx)
    job_id = start_job(agenda, asked.invitees, ctx) if by_job else ""
    already = sum(it.already for it in prepared.each)
    return PeopleInvited(len(prepared.new), already, asked.vacant, job_id)
