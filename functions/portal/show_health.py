"""Show whether the system is well: its figures, its schedules, and the deliveries that were given up."""

from __future__ import annotations

from datetime import timedelta

from functions.portal.domain.health import (
    judge_backup,
    judge_clock,
    judge_dead,
    judge_derived,
    judge_disk,
    judge_relay,
)
from functions.portal.shown_health import RIGHT, DeadLetter, Health, HealthDerived, health_schedule
from shared.deliveries import BY_STATE, DELIVERIES
from shared.kernel.catalogue import Kind, everything, query
from shared.kernel.context import ReadContext
from shared.kernel.journal import BY_STATE as JOURNAL_BY_STATE
from shared.kernel.journal import JOURNAL, TO_RELAY, Relay, State
from shared.permissions import Permission
from shared.ports.bus import DeliveryState
from shared.rebuild.state import outdated, running_job, stands_still, stored_state

SHOWN_AT_MOST = 100
_COUNTED_AT_MOST = 1000
_CLOCKS_DIFFER = timedelta(minutes=1)  # between two machines that are well


@query(permission=Permission.WATCH_SYSTEM)
def show_health(ctx: ReadContext) -> Health:
    """Show the figures of the system's health, each with its judgement."""
    machine, dead = ctx.ports.machine, (DeliveryState.DEAD.value,)
    waiting = ctx.list(JOURNAL, TO_RELAY, equal=(Relay.WAITING.value,), limit=1, right_from=RIGHT).items
    ahead = ctx.count(
        JOURNAL, TO_RELAY, equal=(Relay.DONE.value,), low=ctx.now + _CLOCKS_DIFFER, up_to=1, right_from=RIGHT
    )
    died = ctx.count(DELIVERIES, BY_STATE, equal=dead, up_to=_COUNTED_AT_MOST, right_from=RIGHT)
    oldest = ctx.list(JOURNAL, JOURNAL_BY_STATE, equal=(State.COMPLETED.value,), limit=1, right_from=RIGHT).items
    first_at = oldest[0][1].at if oldest else None
    shown = ctx.list(DELIVERIES, BY_STATE, equal=dead, limit=SHOWN_AT_MOST, right_from=RIGHT).items

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
        tuple(health_schedule(it, first_at, ctx) for it in everything() if it.kind is Kind.SCHEDULED),
        tuple(
            DeadLetter(key, it.subscriber, it.event.name, it.event.at, it.attempts, it.last_error) for key, it in shown
        ),
    )
