"""Approve a notulen: it is final, its decisions are given to their owners, and its code can be checked at /v."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.notulen import (
    AttendanceStillOpen,
    NotChair,
    NotulenNotSubmitted,
    NotulenState,
    require_chair,
)
from functions.eagenda.domain.notulen_edition import approve
from functions.eagenda.given_decisions import owner_of, prepare, write
from functions.eagenda.notulen import EDITIONS, NOTULEN, RIGHT, edition_key, hashed, issued, notulen_access
from shared.events.eagenda_follow_up import NotulenApproved
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.papers import PAPERS, Withdrawal, paper_code
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind


@dataclass(frozen=True, slots=True)
class NotulenToApprove:
    """Of which agenda, as the chair read it."""

    agenda_id: str
    version: int


@dataclass(frozen=True, slots=True)
class NotulenIsFinal:
    """The edition that is final, and the code on its paper; ``already`` when it was before."""

    edition: int
    code: str
    already: bool


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotChair, NotulenNotSubmitted, AgendaIsCancelled, AttendanceStillOpen, Stale),
)
def approve_notulen(which: NotulenToApprove, ctx: Context) -> NotulenIsFinal:
    """Approve the notulen of a meeting that the caller led."""
    access = notulen_access(which.agenda_id, ctx)
    agenda, notulen = access.agenda, access.notulen
    require_chair(notulen, ctx.actor.id)
    last = ctx.find(EDITIONS, edition_key(agenda.id, notulen.edition), right_from=RIGHT)
    if notulen.state is NotulenState.FINAL and last is not None:
        return NotulenIsFinal(last.number, last.code, already=True)
    old_paper = ctx.find(PAPERS, last.code, right_from=RIGHT) if last else None
    task = find_task(TaskKind.NOTULEN, agenda.id, ctx)
    owners = [owner_of(it, ctx).words for it in notulen.text.decisions]
    given = prepare(agenda, notulen.text, last.text if last else None, ctx)

    edition = hashed(agenda, approve(notulen, agenda, paper_code(ctx.new_id()), owners, ctx.now), ctx)

    final = replace(notulen, state=NotulenState.FINAL, edition=edition.number, remark="")
    ctx.put(NOTULEN, final, seen=which.version)
    ctx.create(EDITIONS, edition)
    ctx.create(PAPERS, issued(agenda, edition, demo=ctx.ports.demo))
    if last is not None and old_paper is not None:
        reason = f"Diganti versi {edition.number}. {edition.reason}"
        ctx.put(EDITIONS, replace(last, replaced_at=ctx.now))
        ctx.put(PAPERS, replace(old_paper, withdrawal=Withdrawal(ctx.now, reason)))
    settle(task, ctx)
    write(given, ctx)
    ctx.emit(NotulenApproved(agenda.id, edition.number))
    return NotulenIsFinal(edition.number, edition.code, already=False)
