"""Open a final notulen for a correction; what was approved stays as it was until the next edition is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.notulen import NotulenNotFinal, NotulenState, correct, require_held
from functions.eagenda.notulen import NOTULEN, notulen_access, writing_task
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import ask, find_task
from shared.tasks.task import TaskKind
from shared.values import Text


@dataclass(frozen=True, slots=True)
class NotulenToCorrect:
    """Of which agenda, as the office saw it, and why; the reason stands on the next edition."""

    agenda_id: str
    version: int
    reason: Annotated[str, Text(5, 300)]


@dataclass(frozen=True, slots=True)
class CorrectionOpened:
    """The notulis may write again; ``already`` when a correction was open before."""

    notulis_name: str
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, NotulenNotFinal, Stale),
)
def correct_notulen(which: NotulenToCorrect, ctx: Context) -> CorrectionOpened:
    """Open the final notulen of a meeting that the caller's office runs for a correction."""
    access = notulen_access(which.agenda_id, ctx)
    agenda, notulen = access.agenda, access.notulen
    if not access.organises:
        raise NotOrganiser(f"Hubungi {agenda.organiser.name}, penyelenggara agenda ini.")
    task = find_task(TaskKind.NOTULEN_TO_WRITE, agenda.id, ctx)

    require_held(agenda)
    already = notulen.edition > 0 and notulen.state is not NotulenState.FINAL
    if not already:
        corrected = correct(notulen, which.reason)

        ctx.put(NOTULEN, corrected, seen=which.version)
        ask(writing_task(agenda, corrected, ctx), ctx, found=task)
    return CorrectionOpened(notulen.notulis.name, already)
