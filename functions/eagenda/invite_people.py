"""Invite more people to an agenda that there is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.invitees import TooManyInvited, require_open, require_room
from functions.eagenda.invitations import INVITED_POSTS, Prepared, is_long, prepare, resolve, start_job, write
from functions.eagenda.records import AGENDAS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


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


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaCancelled, AgendaOver, TooManyInvited),
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
