"""Giving the decisions of a final notulen to their owners, in the transaction that approves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eagenda.decisions import DECISIONS, RIGHT, as_subject, decision_id, decision_task, is_secret
from functions.eagenda.domain.decision import (
    Decision,
    DecisionState,
    Owner,
    cancel,
    first_reminder,
    restated,
)
from functions.eagenda.notulen import follow_up_policy
from shared.directory.standing import find_standing
from shared.notices.request import request_notices, request_notices_to_positions
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind
from shared.tables.holidays import days_off
from shared.tasks.ask import ask, find_task, settle
from shared.tasks.task import TASKS, Task, TaskKind, TaskState
from shared.views.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.notulen_text import DraftDecision, NotulenText
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class Given:
    """A decision to be written: as it was before, if it was, and its task."""

    now: Decision
    before: Decision | None
    task: Task | None


def owner_of(row: DraftDecision, ctx: Context) -> Owner:
    """Return who carries a decision out: the post that the person holds today, or the person."""
    standing = find_standing(ctx.ports.cached, row.owner_id, ctx.now)
    held = standing.on(wib_date(ctx.now)) if standing else ()
    name = standing.name if standing else ""
    if not (row.as_post and held):
        return Owner(row.owner_id, "", name)
    return Owner(row.owner_id, held[0].position_id, f"{held[0].position_title}, {held[0].organisation_name}")


def prepare(agenda: Agenda, text: NotulenText, before: NotulenText | None, ctx: Context) -> list[Given]:
    """Read what is to be written: the decisions of this text, and those of the text before that it leaves out."""
    policy, off = follow_up_policy(ctx), days_off(ctx)
    given = []
    for row in text.decisions:
        new = _decision(agenda, row, ctx)
        reminder = first_reminder(new.due_on, policy.remind_working_days_before, off)
        given.append(_found(replace(new, remind_at=reminder), ctx))
    kept = {it.id for it in text.decisions}
    for row in before.decisions if before else ():
        if row.id not in kept:
            found = ctx.find(DECISIONS, decision_id(agenda.id, row.id), right_from=RIGHT)
            if found is not None and found.is_open:
                reason = "Tidak ada lagi pada notulen yang diperbaiki."
                task = find_task(TaskKind.DECISION, found.id, ctx)
                given.append(Given(cancel(found, reason, ctx.actor.name, ctx.now), found, task))
    for it in given:
        ctx.find(SUBJECTS, as_subject(it.now).id, right_from=RIGHT)
    return given


def write(given: Iterable[Given], ctx: Context) -> None:
    """Write them with their tasks, and have the owners told of what is new to them."""
    for it in given:
        if it.before == it.now:
            continue
        ctx.put(DECISIONS, it.now)
        ctx.put(SUBJECTS, as_subject(it.now))
        _write_task(it, ctx)
        if it.now.state is DecisionState.CANCELLED:
            tell(it.now, NoticeKind.DECISION_CANCELLED, ctx)
        elif it.before is None or it.before.owner != it.now.owner:
            tell(it.now, NoticeKind.DECISION_GIVEN, ctx)


def tell(decision: Decision, kind: NoticeKind, ctx: Context) -> None:
    """Have its owner told, whoever holds the post by then."""
    owner, subject = decision.owner, as_subject(decision).id
    if owner.position_id:
        request_notices_to_positions(kind, subject, [owner.position_id], ctx)
    else:
        request_notices(kind, subject, [owner.person_id], ctx)


def _write_task(it: Given, ctx: Context) -> None:
    if not it.now.is_open:
        settle(it.task, ctx)
        return
    task = decision_task(it.now, ctx)
    if it.task is not None and it.task.state is TaskState.OPEN:
        ctx.put(TASKS, task)
    else:
        ask(task, ctx, found=it.task)


def _found(new: Decision, ctx: Context) -> Given:
    before = ctx.find(DECISIONS, new.id, right_from=RIGHT)
    return Given(restated(before, new) if before else new, before, find_task(TaskKind.DECISION, new.id, ctx))


def _decision(agenda: Agenda, row: DraftDecision, ctx: Context) -> Decision:
    organiser = agenda.organiser
    return Decision(
        id=decision_id(agenda.id, row.id),
        agenda_id=agenda.id,
        agenda_title=agenda.title,
        organisation_id=organiser.organisation_id,
        organisation_path=organiser.organisation_path,
        organiser_person_id=organiser.person_id,
        organiser_position_id=organiser.position_id,
        is_secret=is_secret(agenda),
        text=row.text,
        owner=owner_of(row, ctx),
        due_on=row.due_on or wib_date(ctx.now),  # a submitted one has its day
        given_at=ctx.now,
    )
