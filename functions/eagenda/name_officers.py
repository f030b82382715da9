"""Name who leads a meeting and who writes its notulen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.agenda import AgendaIsCancelled, NotOrganiser
from functions.eagenda.domain.notulen import NotulenFinal, NotulenWaits, require_draft, require_held
from functions.eagenda.notulen import NOTULEN, notulen_access, officer, writing_task
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import ask, find_task, restate
from shared.tasks.task import TaskKind, TaskState


@dataclass(frozen=True, slots=True)
class OfficersToName:
    """Of which agenda, as the office saw its notulen; people who are invited, or colleagues."""

    agenda_id: str
    version: int
    chair_id: str
    notulis_id: str


@dataclass(frozen=True, slots=True)
class OfficersNamed:
    """Who leads and who writes; ``already`` when it was them before."""

    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, NotulenWaits, NotulenFinal, Stale),
)
def name_officers(named: OfficersToName, ctx: Context) -> OfficersNamed:
    """Name the chair and the notulis of a meeting that the caller's office runs; the notulis gets a task."""
    access = notulen_access(named.agenda_id, ctx)
    agenda, notulen = access.agenda, access.notulen
    if not access.organises:
        raise NotOrganiser(f"Hubungi {agenda.organiser.name}, penyelenggara agenda ini.")
    task = find_task(TaskKind.NOTULEN_TO_WRITE, agenda.id, ctx)
    chair = officer(agenda, named.chair_id, "/chair_id", ctx)
    notulis = officer(agenda, named.notulis_id, "/notulis_id", ctx)

    require_held(agenda)
    require_draft(notulen)
    already = (notulen.chair.person_id, notulen.notulis.person_id) == (chair.person_id, notulis.person_id)
    already = already and ctx.version(NOTULEN, agenda.id) > 0

    if not already:
        with_officers = replace(notulen, chair=chair, notulis=notulis)
        to_write = writing_task(agenda, with_officers, ctx)
        ctx.put(NOTULEN, with_officers, seen=named.version)
        if task is not None and task.state is TaskState.OPEN:
            restate(task, to_write, ctx)
        else:
            ask(to_write, ctx, found=task)
    return OfficersNamed(already)
