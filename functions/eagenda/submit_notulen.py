"""Submit a notulen to whoever led the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.notulen import (
    NotNotulis,
    NotulenFinal,
    NotulenState,
    require_draft,
    require_held,
    require_notulis,
    submit,
)
from functions.eagenda.notulen import NOTULEN, approval_task, notulen_access
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.calendar import add_working_days
from shared.tables.holidays import days_off
from shared.tasks.ask import ask, find_task, restate, settle
from shared.tasks.task import TaskKind, TaskState


@dataclass(frozen=True, slots=True)
class NotulenToSubmit:
    """Of which agenda, as the notulis saw it."""

    agenda_id: str
    version: int


@dataclass(frozen=True, slots=True)
class NotulenSubmitted:
    """It waits for the chair; ``already`` when it did before."""

    chair_name: str
    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotNotulis, AgendaIsCancelled, NotulenFinal, Stale))
def submit_notulen(which: NotulenToSubmit, ctx: Context) -> NotulenSubmitted:
    """Put a complete notulen before the chair, who gets a task."""
    access = notulen_access(which.agenda_id, ctx)
    agenda, notulen = access.agenda, access.notulen
    ctx.version(NOTULEN, agenda.id)
    writing, approving = (find_task(it, agenda.id, ctx) for it in (TaskKind.NOTULEN_TO_WRITE, TaskKind.NOTULEN))
    off = days_off(ctx)

    require_held(agenda)
    require_notulis(notulen, ctx.actor.id)
    already = notulen.state is NotulenState.SUBMITTED
    if not already:
        require_draft(notulen)
        submitted = submit(notulen, agenda, off, lambda day: add_working_days(day, 1, off))

        ctx.put(NOTULEN, submitted, seen=which.version)
        settle(writing, ctx)
        to_approve = approval_task(agenda, submitted, ctx)
        if approving is not None and approving.state is TaskState.OPEN:
            restate(approving, to_approve, ctx)
        else:
            ask(to_approve, ctx, found=approving)
    return NotulenSubmitted(notulen.chair.name, already)
