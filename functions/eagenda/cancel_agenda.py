"""Cancel an agenda, with the reason that those invited are told."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.cancelling import prepare_cancelling, write_cancelling
from functions.eagenda.domain.agenda import AgendaOver, NotOrganiser
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Line


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

    prepared = prepare_cancelling(agenda, cancellation.reason, ctx)

    write_cancelling(prepared, ctx, seen=cancellation.version)
    return Cancelled(prepared.already)
