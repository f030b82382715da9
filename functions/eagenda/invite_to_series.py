"""Invite more people to a series from one of its days on."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.domain.series_list import SeriesListChange, require_fits
from functions.eagenda.invitations import resolve
from functions.eagenda.series import policy
from functions.eagenda.series_lists import invited_subject, open_series, start_list_change
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class PeopleToInviteOnwards:
    """Persons, and posts whose holder of each day is meant; from which agenda of the series on."""

    agenda_id: str
    invited: tuple[str, ...] = ()
    invited_posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitedOnwards:
    """To how many days the job invites them; on the first, ``vacant_posts`` are held by nobody as far as is known."""

    day_count: int
    vacant_posts: tuple[str, ...]
    job_id: str


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, SeriesInWork),
)
def invite_to_series(people: PeopleToInviteOnwards, ctx: Context) -> InvitedOnwards:
    """Invite more people to an agenda and those of its series after it; each is told once, and asked once."""
    found = open_series(people.agenda_id, ctx)
    asked = resolve(found.agenda, people.invited, people.invited_posts, ctx)
    subject = invited_subject(found, ctx)
    persons, posts = tuple(dict.fromkeys(people.invited)), tuple(dict.fromkeys(people.invited_posts))

    require_fits(found.days, len(persons) + len(posts), policy(ctx))

    days = tuple(it.id for it in found.days)
    change = SeriesListChange(ctx.new_id(), found.series.id, days, persons, posts)
    start_list_change(found, change, f"Undang ke seri: {found.agenda.title}", subject, ctx)
    return InvitedOnwards(len(days), asked.vacant, change.job_id)
