"""How the system's health is shown: its schedules, what follows from other records, and what was given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from functions.portal.domain.health import (
    Finding,
    Judgement,
    judge_missing_run,
    judge_run,
)
from shared.kernel.catalogue import Declaration
from shared.kernel.context import ReadContext
from shared.schedule import next_run
from shared.schedule_runs import SCHEDULE_RUNS
from shared.values import Instant

RIGHT = "the permission to watch the system"


@dataclass(frozen=True, slots=True)
class HealthSchedule:
    """A scheduled function and its last run; ``due_at`` is when the next one is, or was, to be."""

    target: str
    ran_at: Instant | None
    due_at: Instant
    failure: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A delivery that was given up; whom or what the event is about is not shown."""

    id: str
    subscriber: str
    event: str
    told_at: Instant
    attempts: int
    last_error: str


@dataclass(frozen=True, slots=True)
class HealthDerived:
    """What follows from other records: when it was made anew last, and the job that did so last or is at it."""

    ended_at: Instant | None
    job_id: str
    is_renewing: bool


@dataclass(frozen=True, slots=True)
class Health:
    """How the system stands; of the dead letters the oldest hundred."""

    findings: tuple[Finding, ...]
    derived: HealthDerived
    schedules: tuple[HealthSchedule, ...]
    dead_letters: tuple[DeadLetter, ...]


def health_schedule(declaration: Declaration, first_at: datetime | None, ctx: ReadContext) -> HealthSchedule:
    """Return a schedule's state; the system has worked since ``first_at`` at least."""
    run, cron = ctx.find(SCHEDULE_RUNS, declaration.target, right_from=RIGHT), declaration.cron
    if run is None:  # a new installation, or a function that came with the last update
        judged = judge_missing_run(next_run(cron, first_at) if first_at else None, ctx.now)
        return HealthSchedule(declaration.target, None, next_run(cron, ctx.now), "", judged)
    due = next_run(cron, run.began_at)
    judged = judge_run(due, failed=bool(run.failure), now=ctx.now)
    return HealthSchedule(declaration.target, run.began_at, due, run.failure, judged)
