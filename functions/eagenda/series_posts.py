"""Posts that are invited to a whole series: when one changes hands, those concerned are told of all its days once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.series import day_agenda_id
from functions.eagenda.invitations import INVITED_POSTS
from functions.eagenda.records import AGENDAS
from functions.eagenda.series import SERIES
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from collections.abc import Collection

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.invitations import Prepared
    from shared.kernel.context import Context

_RIGHT = "the event of this agenda"


def told_of_earlier(agenda: Agenda, position_ids: Collection[str], ctx: Context) -> frozenset[str]:
    """Return which of these posts are invited to an earlier day that is still to come: its change tells of them."""
    series = ctx.find(SERIES, agenda.series.id, right_from=_RIGHT) if agenda.series else None
    if series is None or agenda.series is None:
        return frozenset()
    left, found = set(position_ids) & set(series.plan.invited_posts), set[str]()
    for day in series.days:
        if left == found or not wib_date(ctx.now) <= day < agenda.series.day:
            continue
        earlier = ctx.find(AGENDAS, day_agenda_id(series.id, day), right_from=_RIGHT)
        if earlier is None or earlier.state is not AgendaState.SCHEDULED or ctx.now >= earlier.ends_at:
            continue
        posts = ctx.find(INVITED_POSTS, earlier.id, right_from=_RIGHT)
        found |= {it for it in left if posts and posts.of(it)}
    return frozenset(found)


def as_of_series(agenda: Agenda, prepared: Prepared) -> Prepared:
    """Return those to be invited for the sake of a post as invited to each day, where the agenda is one of a series."""
    if agenda.series is None:
        return prepared
    each = (
        replace(one, invitation=replace(one.invitation, of_series=True)) if one.invitation else one
        for one in prepared.each
    )
    return replace(prepared, each=tuple(each))
