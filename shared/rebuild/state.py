"""By which versions the store was written, and the job that brings it to those of this release."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.jobs.job import JOBS, Job, JobState
from shared.kernel.collections import TypedCollection
from shared.rebuild.derivation import all_derivations
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.kernel.context import ReadContext
    from shared.rebuild.derivation import Derivation

GIVEN_UP = timedelta(hours=1)  # a job that has stood still so long waits for nobody: another one may begin
RIGHT = "what is stored follows from what is stored"
DERIVED_KEY = "derived"


@dataclass(frozen=True, slots=True)
class Derived:
    """The version by which each derivation was written last, by its name; ``job_id`` is the last job that did so."""

    versions: dict[str, int] = field(default_factory=dict)
    job_id: str = ""
    ended_at: Instant | None = None


DERIVED = TypedCollection("derived", Derived, key=lambda _: DERIVED_KEY)


def current() -> Derived:
    """Return what a store says that this release has written from its beginning."""
    return Derived({it.name: it.version for it in all_derivations().values()})


def stored_state(ctx: ReadContext) -> Derived:
    """Return what the store says, guarded as the transaction's own; of a store from before there was this, nothing."""
    return ctx.find(DERIVED, DERIVED_KEY, right_from=RIGHT) or Derived()


def running_job(state: Derived, ctx: ReadContext) -> Job | None:
    """Return the job that is making things anew, even if it stands still."""
    job = ctx.find(JOBS, state.job_id, right_from=RIGHT) if state.job_id else None
    return job if job is not None and job.state is JobState.STARTED else None


def stands_still(job: Job, now: datetime) -> bool:
    """Whether a job has not moved for so long that another one may take its place."""
    return now - job.moved_at > GIVEN_UP


def outdated(state: Derived) -> list[Derivation[object]]:
    """Return the derivations that another version has written, or none."""
    return [it for it in all_derivations().values() if state.versions.get(it.name) != it.version]


def with_version(state: Derived, versions: Iterable[tuple[str, int]]) -> Derived:
    """Return the state after these derivations were written by these versions."""
    return replace(state, versions={**state.versions, **dict(versions)})
