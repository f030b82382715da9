"""Tell those invited to a series that it moved, or does not take place any more: once."""

from __future__ import annotations

from functions.eagenda.domain.series import day_agenda_id
from functions.eagenda.records import INVITATIONS, OF_AGENDA
from functions.eagenda.series import SERIES, series_subject_id
from shared.events.eagenda_series import SeriesCancelled, SeriesMoved
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind, Urgency

_RIGHT = "the event of this series"


@reaction(to=(SeriesMoved, SeriesCancelled))
def tell_series(event: SeriesMoved | SeriesCancelled, ctx: Context) -> None:
    """Tell whoever is invited to the whole series: to the day from which on it changed, or still to the last one."""
    series = ctx.get(SERIES, event.series_id, right_from=_RIGHT)
    days = dict.fromkeys((event.agenda_id, day_agenda_id(series.id, series.days[-1])))
    invited = [
        invitation
        for agenda_id in days
        for _, invitation in ctx.every(INVITATIONS, OF_AGENDA, equal=(agenda_id,), right_from=_RIGHT)
    ]
    kind = NoticeKind.SERIES_CANCELLED if isinstance(event, SeriesCancelled) else NoticeKind.SERIES_MOVED

    people = (it.person_id for it in invited if it.of_series)
    request_notices(kind, series_subject_id(series.id), people, ctx, urgency=Urgency.URGENT)
