"""Show how much waits for the caller: the figures in the menu of every page."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.snooze import put_off_on
from functions.portal.notices import MOST_COUNTED, NOTICES, OWN_NOTICES, UNREAD
from functions.portal.records import SNOOZES
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.rules.calendar import wib_date
from shared.tasks.mine import RIGHT, count_mine, is_mine, my_tokens
from shared.tasks.task import TASKS, TaskState, TaskVerb


@dataclass(frozen=True, slots=True)
class Badges:
    """How many tasks wait, without those that the caller put off, and how many notices are unread (at most 100)."""

    tasks: int
    notices: int


@query(permission=SIGNED_IN)
def show_badges(ctx: ReadContext) -> Badges:
    """Show how many tasks wait for the caller, and how many notices they have not read."""
    tokens = my_tokens(ctx)
    waiting = sum(count_mine(verb, tokens, ctx) for verb in TaskVerb)
    snoozes = ctx.find(SNOOZES, ctx.actor.id, right_from="what the caller put off")
    put_off = put_off_on(snoozes, wib_date(ctx.now)) if waiting else {}

    tasks = [ctx.find(TASKS, task_id, right_from=RIGHT) for task_id in put_off]
    asleep = [it for it in tasks if it and it.state is TaskState.OPEN and is_mine(it, tokens, ctx)]
    unread = ctx.count(NOTICES, UNREAD, equal=(ctx.actor.id, False), up_to=MOST_COUNTED, right_from=OWN_NOTICES)
    return Badges(waiting - len(asleep), unread)
