"""Find the meetings whose invited posts will be held by others on their day."""

from __future__ import annotations

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.invitations import INVITED_POSTS, holders_moved
from functions.eagenda.records import AGENDAS, BY_STATE
from shared.events.eagenda import InvitedPostsMoved
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context

_RIGHT = "the schedule"


@scheduled(cron="23 * * * *", catch_up=CatchUp.ONCE)
def follow_posts(ctx: Context) -> None:
    """Have the invitations follow posts that have changed hands since, or will have by the day of the meeting."""
    # A query in a command: which meetings are still to come is known by their times alone.
    coming = ctx.every(AGENDAS, BY_STATE, equal=(AgendaState.SCHEDULED.value,), low=ctx.now)
    invited = [(agenda, ctx.find(INVITED_POSTS, agenda.id, right_from=_RIGHT)) for _, agenda in list(coming)]

    moved = [agenda for agenda, posts in invited if posts is not None and holders_moved(agenda, posts, ctx)]

    for agenda in moved:
        ctx.emit(InvitedPostsMoved(agenda.id), organisation_id=agenda.organiser.organisation_id)
