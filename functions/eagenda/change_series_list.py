"""Invite the next people of a list to a day of a series, or withdraw their invitations to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.invitees import AT_ONCE
from functions.eagenda.domain.series_list import part_of
from functions.eagenda.records import AGENDAS
from functions.eagenda.series_list_parts import OVER, invite_part, withdraw_part
from functions.eagenda.series_lists import SERIES_LIST_CHANGES
from shared.events.eagenda_series import SeriesListMoved
from shared.jobs.advance import MOST_WRITES, advance
from shared.jobs.job import JobRow
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.rules.calendar import short_date, wib_date

if TYPE_CHECKING:
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_WRITES_FOR_ONE = 3  # the invitation, its task, a reminder where the meeting is near
assert AT_ONCE * _WRITES_FOR_ONE < MOST_WRITES  # noqa: S101 -- a part is one transaction


@reaction(to=SeriesListMoved)
def change_series_list(moved: SeriesListMoved, ctx: Context) -> None:
    """Do the next part; a day that is cancelled or over meanwhile stays as it is."""

    def work(job: Job) -> list[JobRow]:
        change = ctx.get(SERIES_LIST_CHANGES, job.id, right_from=_RIGHT)
        part = part_of(change, job.done)
        agenda = ctx.get(AGENDAS, part.agenda_id, right_from=_RIGHT)
        is_open = agenda.state is AgendaState.SCHEDULED and ctx.now < agenda.ends_at
        step = withdraw_part if change.withdraws else invite_part

        verdict, detail, told = step(agenda, change, part, ctx) if is_open else OVER
        if job.done + 1 == job.total:
            ctx.delete(SERIES_LIST_CHANGES, job.id)
        elif told:
            ctx.put(SERIES_LIST_CHANGES, replace(change, told=(*change.told, *told)))
        name = short_date(wib_date(agenda.starts_at)) + part.words
        return [JobRow(job.done + 1, name, verdict, detail)]

    advance(moved, ctx, work)
