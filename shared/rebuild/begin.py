"""Begin to make anew what follows from other records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from shared.events.portal import RebuildMoved
from shared.jobs.advance import start
from shared.jobs.job import JOBS, Job, JobState
from shared.rebuild.derivation import EVERY
from shared.rebuild.state import DERIVED, running_job, stands_still

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.kernel.context import Context
    from shared.rebuild.derivation import Derivation
    from shared.rebuild.state import Derived

_COUNTED_AT_MOST = 100_000  # of a collection: what the bar shows grows with what is met beyond that


@dataclass(frozen=True, slots=True)
class Begun:
    """The job that makes things anew; ``already`` when it was at work before."""

    job_id: str
    already: bool


def begin(derivations: Sequence[Derivation[object]], state: Derived, ctx: Context) -> Begun:
    """Start the job, unless one is at work; there is never more than one. ``state`` was got in this transaction."""
    running = running_job(state, ctx)
    if running is not None and not stands_still(running, ctx.now):
        return Begun(running.id, already=True)
    total = sum(
        ctx.ports.records.count(it.source.question(EVERY), _COUNTED_AT_MOST)  # a guess that guards nothing
        for it in derivations
    )
    job = Job(
        ctx.new_id(),
        ctx.actor.id,
        "Penyusunan ulang data turunan",
        "/administrasi/kesehatan",
        max(total, 1),
        ctx.now,
        ctx.now,
        is_cancellable=False,
        is_for_watchers=True,
    )

    if running is not None:
        ctx.put(JOBS, replace(running, state=JobState.CANCELLED, moved_at=ctx.now))
    ctx.put(DERIVED, replace(state, job_id=job.id))
    start(job, RebuildMoved(job.id, 0, tuple(it.name for it in derivations), 0, ""), ctx)
    return Begun(job.id, already=False)
