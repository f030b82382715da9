"""Show whether the system is well: its figures, its schedules, and the deliveries that were given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.portal.domain.health import (
    Finding,
    Judgement,
    judge_backup,
    judge_clock,
    judge_dead,
    judge_derived,
    judge_disk,
    judge_missing_run,
    judge_relay,
    judge_run,
)
from shared.deliveries import BY_STATE, DELIVERIES
from shared.kernel.catalogue import Declaration, Kind, everything, query
from shared.kernel.context import ReadContext
from shared.kernel.journal import BY_STATE as JOURNAL_BY_STATE
from shared.kernel.journal import JOURNAL, TO_RELAY, Relay, State
from shared.permissions import Permission
from shared.ports.bus import DeliveryState
from shared.rebuild.state import outdated, running_job, stands_still, stored_state
from shared.schedule import next_run
from shared.schedule_runs import SCHEDULE_RUNS
from shared.values import Instant

SHOWN_AT_MOST = 100
_COUNTED_AT_MOST = 1000
_CLOCKS_DIFFER = timedelta(minutes=1)  # between two machines that are well
_RIGHT = "the permission to watch the system"


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


@query(permission=Permission.WATCH_SYSTEM)
def show_health(ctx: ReadContext) -> Health:
    """Show the figures of the system's health, each with its judgement."""
    machine, dead = ctx.ports.machine, (DeliveryState.DEAD.value,)
    waiting = ctx.list(JOURNAL, TO_RELAY, equal=(Relay.WAITING.value,), limit=1, right_from=_RIGHT).items
    ahead = ctx.count(
        JOURNAL, TO_RELAY, equal=(Relay.DONE.value,), low=ctx.now + _CLOCKS_DIFFER, up_to=1, right_from=_RIGHT
    )
    died = ctx.count(DELIVERIES, BY_STATE, equal=dead, up_to=_COUNTED_AT_MOST, right_from=_RIGHT)
    oldest = ctx.list(JOURNAL, JOURNAL_BY_STATE, equal=(State.COMPLETED.value,), limit=1, right_from=_RIGHT).items
    first_at = oldest[0][1].at if oldest else None
    shown = ctx.list(DELIVERIES, BY_STATE, equal=dead, limit=SHOWN_AT_MOST, right_from=_RIGHT).items

    state = stored_state(ctx)
    job = running_job(state, ctx)
    others = tuple(it.title for it in outdated(state))

    findings = [
        judge_dead(died, _COUNTED_AT_MOST),
        judge_relay(waiting[0][1].at if waiting else None, ctx.now),
        judge_clock(is_behind=bool(ahead)),
        judge_derived(others, is_renewing=job is not None, stands_still=job is not None and stands_still(job, ctx.now)),
    ]
    if machine is not None:
        disk = machine.disk()
        findings += [judge_disk(disk.free, disk.size), judge_backup(machine.last_backup(), ctx.now)]
    return Health(
        tuple(findings),
        HealthDerived(state.ended_at, state.job_id, job is not None),
        tuple(_schedule(it, first_at, ctx) for it in everything() if it.kind is Kind.SCHEDULED),
        tuple(
            DeadLetter(key, it.subscriber, it.event.name, it.event.at, it.attempts, it.last_error) for key, it in shown
        ),
    )


def _schedule(declaration: Declaration, first_at: datetime | None, ctx: ReadContext) -> HealthSchedule:
    """Return a schedule's state; the system has worked since ``first_at`` at least."""
    run, cron = ctx.find(SCHEDULE_RUNS, declaration.target, right_from=_RIGHT), declaration.cron
    if run is None:  # a new installation, or a function that came with the last update
        judged = judge_missing_run(next_run(cron, first_at) if first_at else None, ctx.now)
        return HealthSchedule(declaration.target, None, next_run(cron, ctx.now), "", judged)
    due = next_run(cron, run.began_at)
    judged = judge_run(due, failed=bool(run.failure), now=ctx.now)
    return HealthSchedule(declaration.target, run.began_at, due, run.failure, judged)
