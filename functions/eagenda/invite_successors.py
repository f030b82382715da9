"""Invite those who will hold an invited post on the day, instead of those who will not."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.invitees import Invitee
from functions.eagenda.invitations import INVITED_POSTS, holders_moved, prepare, write
from functions.eagenda.records import AGENDAS, INVITATIONS
from functions.eagenda.series_posts import as_of_series, told_of_earlier
from functions.eagenda.withdrawing import deputies_of, find_invited, withdraw
from shared.events.eagenda import InvitedPostsMoved
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

_RIGHT = "the event of this agenda"


@reaction(to=InvitedPostsMoved)
def invite_successors(moved: InvitedPostsMoved, ctx: Context) -> None:
    """Invite whoever holds each post on the day; who held it before keeps an invitation of their own, and presence."""
    agenda = ctx.get(AGENDAS, moved.agenda_id, right_from=_RIGHT)
    posts = ctx.find(INVITED_POSTS, agenda.id, right_from=_RIGHT)
    if posts is None or agenda.state is not AgendaState.SCHEDULED or ctx.now >= agenda.ends_at:
        return
    changes = holders_moved(agenda, posts, ctx)
    now = {it.position_id: it for it, _ in changes}
    coming = {it.holder_id: Invitee(it.holder_id, it.position_id) for it in now.values() if it.holder_id}
    found = find_invited(agenda, (holder for _, holder in changes if holder), ctx)
    deputies = [it for it in deputies_of(agenda, found, ctx) if not it.is_present]
    prepared = as_of_series(agenda, prepare(agenda, tuple(coming.values()), ctx))
    told = told_of_earlier(agenda, now, ctx)

    for_post = [it for it in found if it.invitation.position_id in now]
    gone = [it for it in for_post if not it.is_present and it.invitation.person_id not in coming]
    quiet = {it.person_id for it in coming.values() if it.position_id in told}
    quiet |= {it.invitation.person_id for it in gone if it.invitation.position_id in told}
    instead = {it.invitation.answer.deputy_id for it in gone}
    of_gone = [it for it in deputies if it.invitation.person_id in instead]
    staying = [it.invitation for it in for_post if it.invitation.person_id in coming]

    count = agenda.invited_count + len(prepared.new) - len(gone)
    ctx.put(AGENDAS, replace(agenda, invited_count=count))
    ctx.put(INVITED_POSTS, replace(posts, posts=tuple(now.get(it.position_id, it) for it in posts.posts)))
    for invitation in staying:
        ctx.put(INVITATIONS, replace(invitation, position_id=coming[invitation.person_id].position_id))
    if gone:
        withdraw(agenda, [*gone, *of_gone], ctx, quiet=quiet)
    write(agenda, prepared, ctx, quiet=quiet)
