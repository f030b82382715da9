"""Cancel an agenda, with the reason that those invited are told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaOver, AgendaState, NotOrganiser, cancel
from functions.eagenda.records import AGENDAS
from functions.eagenda.rooms import free
from functions.eagenda.subjects import agenda_subject_id, as_subject
from shared.events.eagenda import AgendaCancelled
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Line
from shared.views.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Which agenda, as the organiser saw it, and why."""

    agenda_id: str
    version: int
    reason: Line


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The agenda is cancelled; ``already`` when it was before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, AgendaOver, Stale))
def cancel_agenda(cancellation: Cancellation, ctx: Context) -> Cancelled:
    """Cancel an agenda; those invited are told."""
    agenda = organised_agenda(cancellation.agenda_id, ctx)
    task = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx)
    ctx.find(SUBJECTS, agenda_subject_id(agenda.id), right_from="the agenda that the caller runs")

    already = agenda.state is AgendaState.CANCELLED
    booking = free(agenda, ctx)
    cancelled = agenda if already else cancel(agenda, cancellation.reason, ctx.now)

    if not already:
        ctx.put(AGENDAS, cancelled, seen=cancellation.version)
        booking.write(ctx)
        ctx.put(SUBJECTS, as_subject(cancelled, ctx.version(AGENDAS, agenda.id)))
        settle(task, ctx)
        ctx.emit(AgendaCancelled(agenda.id))
    return Cancelled(already)
