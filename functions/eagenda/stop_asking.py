"""Stop asking those who have not answered once their meeting is over or cancelled."""

from __future__ import annotations

from dataclasses import replace

from functions.eagenda.records import ASKED_UNTIL, INVITATIONS
from shared.events.eagenda import AnswersOver
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.tasks.ask import find_task, settle
from shared.tasks.task import TaskKind

_TOGETHER = 60  # two writes each


@reaction(to=AnswersOver)
def stop_asking(_: AnswersOver, ctx: Context) -> None:
    """Take the tasks away, some at a time; no answer stays no answer."""
    page = ctx.list(INVITATIONS, ASKED_UNTIL, high=ctx.now, limit=_TOGETHER)
    over = [(invitation, find_task(TaskKind.INVITATION, key, ctx)) for key, invitation in page.items]

    for invitation, task in over:
        ctx.put(INVITATIONS, replace(invitation, asked_until=None))
        settle(task, ctx)
    if len(over) == _TOGETHER:
        ctx.emit(AnswersOver())
