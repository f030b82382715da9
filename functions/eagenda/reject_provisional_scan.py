"""Reject a kept scan: whoever runs the meeting says that this person was not in the hall."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import agenda_with_scans
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.provisional_scan import Decision, ScanDecided, ScanState, decided
from functions.eagenda.provisional_scans import PROVISIONAL_SCANS
from functions.eagenda.scan_tasks import is_last
from functions.eagenda.subjects import agenda_subject_id
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind
from shared.values import Line


@dataclass(frozen=True, slots=True)
class ScanToReject:
    """Which scan, and the reason that the person is told."""

    agenda_id: str
    scan_id: str
    reason: Line


@dataclass(frozen=True, slots=True)
class ScanRejected:
    """It counts for nothing; ``already`` when it was rejected before."""

    already: bool


@operation(permission=Permission.ORGANISE_AGENDA, refuses=(RecordMissing, NotOrganiser, ScanDecided))
def reject_provisional_scan(which: ScanToReject, ctx: Context) -> ScanRejected:
    """Reject a scan that a phone kept, with the reason that the person is told."""
    agenda, name = agenda_with_scans(which.agenda_id, ctx)
    scan = ctx.get(PROVISIONAL_SCANS, which.scan_id, right_from="the agenda that the caller runs")
    task, last = find_task(TaskKind.PROVISIONAL_SCANS, agenda.id, ctx), is_last(agenda, [scan], ctx)

    decision = Decision(ctx.actor.id, name, ctx.now, which.reason)
    rejected = decided(agenda, scan, ScanState.REJECTED, decision)

    if rejected != scan:
        ctx.put(PROVISIONAL_SCANS, rejected)
    settle(task if last else None, ctx, subject_id=agenda_subject_id(agenda.id))
    return ScanRejected(already=rejected == scan)
