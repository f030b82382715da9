"""Begin a planned spot check, and end one whose time is over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.spot_check import CheckState, NobodyToCheck, Reply
from functions.eagenda.records import AGENDAS
from functions.eagenda.spot_check_records import OF_CHECK, SPOT_QUESTIONS
from functions.eagenda.spot_checks import RIGHT, begin_check, find_checks, put_checks, spot_check_policy
from shared.events.eagenda_spot_checks import SpotCheckDue
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind

if TYPE_CHECKING:
    from functions.eagenda.domain.spot_check import SpotCheck, SpotChecks


@reaction(to=SpotCheckDue)
def move_spot_check(event: SpotCheckDue, ctx: Context) -> None:
    """Let the check that is due begin or end; one that has moved since the event stays as it is."""
    checks = find_checks(event.agenda_id, ctx)
    check = checks.current
    if check is None or ctx.now < check.due_at:
        return
    if check.state is CheckState.PLANNED:
        _begin(checks, check, ctx)
    else:
        _end(checks, check, ctx)


def _begin(checks: SpotChecks, check: SpotCheck, ctx: Context) -> None:
    agenda = ctx.get(AGENDAS, checks.agenda_id, right_from=RIGHT)
    # After the server was off there may be no meeting any more, and nobody can answer who has gone home.
    takes_place = agenda.state is AgendaState.SCHEDULED
    is_late = ctx.now + spot_check_policy(ctx).time_to_answer > agenda.ends_at
    begun = None
    if takes_place and not is_late:
        with suppress(NobodyToCheck):
            begun = begin_check(agenda, checks, check.number, "", ctx)
    if begun is None:
        put_checks(checks.with_check(replace(check, state=CheckState.DROPPED)), ctx)


def _end(checks: SpotChecks, check: SpotCheck, ctx: Context) -> None:
    asked = (checks.agenda_id, check.number)
    waiting = [
        (question, find_task(TaskKind.SPOT_CHECK, key, ctx))
        for key, question in ctx.every(SPOT_QUESTIONS, OF_CHECK, equal=asked, right_from=RIGHT)
        if question.reply is Reply.ASKED
    ]

    put_checks(checks.with_check(replace(check, state=CheckState.OVER)), ctx)
    for question, task in waiting:
        ctx.put(SPOT_QUESTIONS, replace(question, reply=Reply.MISSED))
        settle(task, ctx)
