"""Change the next of the later days of a series as an earlier one was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.cancelling import prepare_cancelling, write_cancelling
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, AgendaState
from functions.eagenda.domain.room import RoomTaken
from functions.eagenda.domain.series_change import follow, keeps_its_own, room_after
from functions.eagenda.editing import prepare_edit, write_edit
from functions.eagenda.records import AGENDAS
from functions.eagenda.series import SERIES_CHANGES
from shared.events.eagenda_series import SeriesChangingMoved
from shared.jobs.advance import advance
from shared.jobs.job import JobRow, RowVerdict
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.refusals import InvalidField
from shared.rules.calendar import short_date

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.series import SeriesChange
    from shared.jobs.job import Job

_RIGHT = "the job's own event"
_OWN_KEPT = "Yang pernah diubah tersendiri pada tanggal ini tetap."


@reaction(to=SeriesChangingMoved)
def change_series(moved: SeriesChangingMoved, ctx: Context) -> None:
    """Change the next day; one that can't be stays as it is and stands in the report."""

    def work(job: Job) -> list[JobRow]:
        change = ctx.get(SERIES_CHANGES, job.id, right_from=_RIGHT)
        agenda = ctx.get(AGENDAS, change.agenda_ids[job.done], right_from=_RIGHT)
        name = short_date(agenda.series.day) if agenda.series else ""
        try:
            verdict, detail = _change(agenda, change, ctx)
        except (AgendaIsCancelled, AgendaOver):
            verdict, detail = RowVerdict.UNCHANGED, "Sudah dibatalkan atau selesai."
        except (RoomTaken, InvalidField) as refusal:
            verdict, detail = RowVerdict.REFUSED, refusal.detail
        if job.done + 1 == job.total:
            ctx.delete(SERIES_CHANGES, job.id)
        return [JobRow(job.done + 1, name, verdict, detail)]

    advance(moved, ctx, work)


def _change(agenda: Agenda, change: SeriesChange, ctx: Context) -> tuple[RowVerdict, str]:
    if change.after.state is AgendaState.CANCELLED:
        cancelling = prepare_cancelling(agenda, change.reason or "", ctx)
        write_cancelling(cancelling, ctx, with_series=True)
        return (RowVerdict.UNCHANGED, "Sudah dibatalkan.") if cancelling.already else (RowVerdict.CHANGED, "")
    wanted = follow(agenda, change.before, change.after, change.reason)
    room = room_after(agenda, change.before, change.after)
    prepared = prepare_edit(agenda, wanted, room, change.by, ctx)
    kept = _OWN_KEPT if keeps_its_own(agenda, change.before, change.after) else ""
    if prepared.already:
        return RowVerdict.UNCHANGED, kept
    write_edit(prepared, ctx, with_series=True)
    return RowVerdict.CHANGED, kept
