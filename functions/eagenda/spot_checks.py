"""Spot checks as several operations read and write them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.daftar_hadir import all_attendance
from functions.eagenda.domain.sitting import sitting_id_at
from functions.eagenda.domain.spot_check import Reply, SpotCheck, SpotChecks, SpotQuestion, begin
from functions.eagenda.spot_check_records import OF_AGENDA_BY_CHECK, SPOT_CHECKS, SPOT_QUESTIONS, question_key
from functions.eagenda.subjects import as_subject
from functions.eagenda.tables import SPOT_CHECK_POLICY
from shared.events.eagenda_spot_checks import SpotCheckTimed
from shared.notices.request import request_notices
from shared.rules.calendar import wib_date
from shared.rules.notice import NoticeKind, Urgency
from shared.tables.rows import value_on
from shared.tasks.ask import ask, find_task
from shared.tasks.task import TaskKind, new_task, of_person
from shared.views.subjects import SUBJECTS, subject_id

if TYPE_CHECKING:
    from functions.eagenda.domain.agenda import Agenda
    from functions.eagenda.domain.attendance import Attendee
    from functions.eagenda.domain.spot_check_policy import SpotCheckPolicy
    from shared.kernel.context import Context, ReadContext
    from shared.tasks.task import Task

RIGHT = "the meeting whose check it is"
RANDOM = secrets.SystemRandom()  # nobody can tell beforehand whom it draws


def spot_check_policy(ctx: ReadContext) -> SpotCheckPolicy:
    """Return what holds for spot checks on the day of the call."""
    return value_on(wib_date(ctx.now), SPOT_CHECK_POLICY, ctx)


def find_checks(agenda_id: str, ctx: ReadContext) -> SpotChecks:
    """Return the checks of a meeting; none where there were none."""
    return ctx.find(SPOT_CHECKS, agenda_id, right_from=RIGHT) or SpotChecks(agenda_id)


def _people_to_draw(agenda: Agenda, asked_by: str, ctx: ReadContext) -> list[Attendee]:
    """Return those present, but for the organiser and who began the check, who see the number elsewhere."""
    run_it = {agenda.organiser.person_id, asked_by}
    sitting_id = sitting_id_at(agenda.sittings, ctx.now)
    here = (it for it in all_attendance(agenda, ctx, RIGHT) if it.sitting_id == sitting_id and it.left_at is None)
    return [it.attendee for it in here if it.attendee.person_id not in run_it]


def begin_check(agenda: Agenda, checks: SpotChecks, number: int, asked_by: str, ctx: Context) -> SpotCheck:
    """Draw some of those present and put the question before them. Raises NobodyToCheck."""
    # A query in a command: no key names all who came. Who comes meanwhile is not drawn, which harms nobody.
    present = _people_to_draw(agenda, asked_by, ctx)
    check, drawn = begin(number, present, spot_check_policy(ctx), ctx.now, RANDOM)
    tasks = _find_tasks(agenda, check.number, drawn, ctx)

    put_checks(checks.with_check(check), ctx)
    _put_before(agenda, check, drawn, tasks, ctx)
    return check


def _find_tasks(agenda: Agenda, number: int, drawn: tuple[Attendee, ...], ctx: Context) -> dict[str, Task | None]:
    """Read what putting a check before people writes over."""
    ctx.find(SUBJECTS, _subject_id(agenda.id), right_from=RIGHT)
    return {
        it.person_id: find_task(TaskKind.SPOT_CHECK, question_key(agenda.id, number, it.person_id), ctx) for it in drawn
    }


def _put_before(
    agenda: Agenda, check: SpotCheck, drawn: tuple[Attendee, ...], tasks: dict[str, Task | None], ctx: Context
) -> None:
    """Ask those drawn: the question, a task, and a notice that waits for no quiet hours."""
    ctx.put(SUBJECTS, replace(as_subject(agenda), id=_subject_id(agenda.id), link=_check_link(agenda.id)))
    for one in drawn:
        ctx.create(
            SPOT_QUESTIONS,
            SpotQuestion(agenda.id, check.number, one.person_id, one.name, one.organisation_name, check.due_at),
        )
        ask(_task(agenda, check, one, ctx), ctx, found=tasks[one.person_id])
    people = [it.person_id for it in drawn]
    request_notices(NoticeKind.AGENDA_SPOT_CHECK, _subject_id(agenda.id), people, ctx, urgency=Urgency.URGENT)


def put_checks(checks: SpotChecks, ctx: Context) -> None:
    """Write them, and have the next moment looked for."""
    ctx.put(SPOT_CHECKS, checks)
    if checks.due_at:
        ctx.emit(SpotCheckTimed(checks.agenda_id, checks.due_at))


def _check_link(agenda_id: str) -> str:
    """Return the page on which somebody drawn answers."""
    return f"/agenda/{agenda_id}/cek-acak"


def replies(agenda_id: str, ctx: ReadContext) -> dict[str, Reply]:
    """Return who was drawn at a meeting and what they said; of somebody drawn more than once the worst.

    One read where there never was a check.
    """
    if not find_checks(agenda_id, ctx).latest_begun:
        return {}
    said: dict[str, Reply] = {}
    for _, it in ctx.every(SPOT_QUESTIONS, OF_AGENDA_BY_CHECK, equal=(agenda_id,), right_from=RIGHT):
        now, before = it.reply_at(ctx.now), said.get(it.person_id)
        said[it.person_id] = max(now, before, key=_WORSE.index) if before else now
    return said


_WORSE = (Reply.VERIFIED, Reply.ASKED, Reply.MISTAKEN, Reply.MISSED)


def _subject_id(agenda_id: str) -> str:
    return subject_id("spot-checks", agenda_id)


def _task(agenda: Agenda, check: SpotCheck, one: Attendee, ctx: Context) -> Task:
    task = new_task(
        TaskKind.SPOT_CHECK,
        question_key(agenda.id, check.number, one.person_id),
        within_id=agenda.id,
        addressees=(of_person(one.person_id),),
        title=agenda.title,
        detail="Cek acak: angka di layar aula",
        link=_check_link(agenda.id),
        asker=ctx.actor,
        now=ctx.now,
        due=check.due_at,
    )
    return replace(task, asker_id=agenda.organiser.person_id, asker=agenda.organiser.name)
