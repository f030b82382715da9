"""Cancelling an agenda, in the transaction of whatever cancels it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState, cancel
from functions.eagenda.records import AGENDAS
from functions.eagenda.rooms import free
from functions.eagenda.subjects import agenda_subject_id, as_subject
from shared.events.eagenda import AgendaCancelled
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.rooms import Booking
    from shared.kernel.context import Context
    from shared.tasks.task import Task


@dataclass(frozen=True, slots=True)
class PreparedCancelling:
    """The cancelled agenda, what it frees and what waits for it no more; ``already`` when it was cancelled before."""

    agenda: Agenda
    booking: Booking
    task: Task | None
    already: bool


def prepare_cancelling(agenda: Agenda, reason: str, ctx: Context) -> PreparedCancelling:
    """Read and decide. Raises AgendaOver."""
    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)
    ctx.find(SUBJECTS, agenda_subject_id(agenda.id), right_from="the agenda that the caller runs")

    already = agenda.state is AgendaState.CANCELLED
    booking = free(agenda, ctx)
    return PreparedCancelling(agenda if already else cancel(agenda, reason, ctx.now), booking, task, already)


def write_cancelling(
    prepared: PreparedCancelling, ctx: Context, *, seen: int | None = None, with_series: bool = False
) -> None:
    """Write it, but for one that was cancelled before; those invited are told by the event. Raises Stale."""
    if prepared.already:
        return
    agenda = prepared.agenda
    ctx.put(AGENDAS, agenda, seen=seen)
    prepared.booking.write(ctx)
    ctx.put(SUBJECTS, as_subject(agenda, ctx.version(AGENDAS, agenda.id)))
    settle(prepared.task, ctx)
    ctx.emit(AgendaCancelled(agenda.id, with_series), organisation_id=agenda.organiser.organisation_id)
