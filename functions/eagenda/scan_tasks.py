"""Kept scans as a task: one for each agenda, open as long as any of its scans waits for the organiser's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.provisional_scan import ScanState
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.provisional_scans import OF_AGENDA_IN_STATE, PROVISIONAL_SCANS
from shared.tasks.task import Task, TaskKind, new_task, of_holder, of_person, of_position

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.provisional_scan import ProvisionalScan
    from shared.kernel.context import Context


def waiting_for_organiser(agenda: Agenda, ctx: Context) -> Task:
    """Return what asks whoever holds the organiser's position by then to decide on an agenda's kept scans.

    Of a secret agenda the organiser's aides are not told.
    """
    organiser = agenda.organiser
    position = organiser.position_id
    whoever_holds = of_holder if agenda.visibility is Visibility.SECRET else of_position
    return new_task(
        TaskKind.PROVISIONAL_SCANS,
        agenda.id,
        addressees=(whoever_holds(position) if position else of_person(organiser.person_id),),
        title=agenda.title,
        detail="Pindaian luring menunggu konfirmasi",
        link=f"/agenda/{agenda.id}/kehadiran?tab=menunggu",
        asker=ctx.actor,
        now=ctx.now,
    )


def is_last(agenda: Agenda, deciding: Iterable[ProvisionalScan], ctx: Context) -> bool:
    """Whether no other scan of the agenda waits; counted in the transaction, as no key names all that wait."""
    waiting = (agenda.id, ScanState.WAITING)
    right = "the agenda that the caller runs"
    count = ctx.count(PROVISIONAL_SCANS, OF_AGENDA_IN_STATE, equal=waiting, right_from=right)
    return count <= sum(scan.state is ScanState.WAITING for scan in deciding)
