"""Cancel a series from one of its days on, with the reason that those invited are told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.cancelling import prepare_cancelling, write_cancelling
from functions.eagenda.changed_series import later_days, note_series, start_changing
from functions.eagenda.domain.agenda import AgendaOver, NotOrganiser
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.series import settled_series
from shared.events.eagenda_series import SeriesCancelled
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line


@dataclass(frozen=True, slots=True)
class SeriesCancellation:
    """From which agenda of the series on, as the organiser saw it, and why."""

    agenda_id: str
    version: int
    reason: Line


@dataclass(frozen=True, slots=True)
class SeriesCut:
    """This day is cancelled, and ``later_count`` later ones are by the job; ``already`` when all were before."""

    later_count: int
    job_id: str
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, AgendaOver, SeriesInWork, Stale)
)
def cancel_series(cancellation: SeriesCancellation, ctx: Context) -> SeriesCut:
    """Cancel an agenda and those of its series after it; those invited are told once."""
    before = organised_agenda(cancellation.agenda_id, ctx)
    series = settled_series(before, ctx)
    later = later_days(before, series, ctx)
    note_series(series, ctx)

    prepared = prepare_cancelling(before, cancellation.reason, ctx)
    if prepared.already and not later:
        return SeriesCut(0, "", already=True)

    write_cancelling(prepared, ctx, seen=cancellation.version, with_series=True)
    job_id = start_changing(series, before, prepared.agenda, later, cancellation.reason, ctx)
    ctx.emit(SeriesCancelled(series.id, before.id))
    return SeriesCut(len(later), job_id, already=False)
