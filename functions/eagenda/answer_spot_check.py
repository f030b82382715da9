"""Answer a spot check: which number the hall's screen shows."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.spot_check import CheckOver, Reply, reply
from functions.eagenda.spot_check_records import SPOT_CHECKS, SPOT_QUESTIONS, question_key
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind

_RIGHT = "the caller was drawn"


@dataclass(frozen=True, slots=True)
class SpotCheckAnswer:
    """At which meeting, in which of its checks, and the number that the caller sees."""

    agenda_id: str
    number: int
    choice: str


@dataclass(frozen=True, slots=True)
class SpotCheckAnswered:
    """What the answer comes to; ``already`` when an earlier one stands."""

    reply: Reply
    already: bool


@operation(permission=Permission.ATTEND, refuses=(RecordMissing, CheckOver))
def answer_spot_check(answer: SpotCheckAnswer, ctx: Context) -> SpotCheckAnswered:
    """Answer in time, once: the first answer stands."""
    key = question_key(answer.agenda_id, answer.number, ctx.actor.id)
    question = ctx.get(SPOT_QUESTIONS, key, right_from=_RIGHT)
    checks = ctx.get(SPOT_CHECKS, answer.agenda_id, right_from=_RIGHT)
    task = find_task(TaskKind.SPOT_CHECK, key, ctx)

    if question.reply in {Reply.VERIFIED, Reply.MISTAKEN}:
        return SpotCheckAnswered(question.reply, already=True)
    check = next(it for it in checks.checks if it.number == answer.number)
    replied = reply(question, check, answer.choice, ctx.now)

    ctx.put(SPOT_QUESTIONS, replied)
    settle(task, ctx)
    return SpotCheckAnswered(replied.reply, already=False)
