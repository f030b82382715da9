"""Begin a spot check among those present, or plan one for a random minute of the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.agendas import organised_agenda
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.spot_check import (
    CheckState,
    EnoughChecks,
    NobodyToCheck,
    NotYetBegun,
    plan,
    require_checkable,
)
from functions.eagenda.spot_checks import RANDOM, begin_check, find_checks, put_checks, spot_check_policy
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class SpotCheckToStart:
    """At which meeting, now or at a random minute of it."""

    agenda_id: str
    at_random: bool = False


@dataclass(frozen=True, slots=True)
class SpotCheckStarted:
    """The check that is planned or runs now; ``already`` when it did before. When a planned one begins is not told."""

    number: int
    state: CheckState
    drawn: int
    until: Instant | None
    already: bool


@operation(
    permission=Permission.ORGANISE_AGENDA,
    refuses=(RecordMissing, NotOrganiser, AgendaIsCancelled, AgendaOver, NotYetBegun, EnoughChecks, NobodyToCheck),
)
def start_spot_check(start: SpotCheckToStart, ctx: Context) -> SpotCheckStarted:
    """Begin or plan a spot check; while one is planned or runs there is no second."""
    agenda = organised_agenda(start.agenda_id, ctx)
    checks = find_checks(agenda.id, ctx)
    policy = spot_check_policy(ctx)
    if checks.current:
        until = checks.current.due_at if checks.current.begun_at else None
        return SpotCheckStarted(checks.current.number, checks.current.state, checks.current.drawn, until, already=True)
    require_checkable(agenda, checks, policy, ctx.now, at_once=not start.at_random)
    if start.at_random:
        planned = plan(agenda, checks, policy, ctx.now, RANDOM)
        put_checks(checks.with_check(planned), ctx)
        return SpotCheckStarted(planned.number, planned.state, 0, None, already=False)
    check = begin_check(agenda, checks, len(checks.checks) + 1, ctx.actor.id, ctx)
    return SpotCheckStarted(check.number, check.state, check.drawn, check.due_at, already=False)
