"""Remind the owners of decisions that are due soon or overdue."""

from __future__ import annotations

from datetime import timedelta

from functions.eagenda.decisions import DECISIONS, TO_REMIND
from functions.eagenda.domain.decision import Nudge, nudge
from functions.eagenda.given_decisions import tell
from shared.events.eagenda_follow_up import DecisionsToRemind
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.rules.notice import NoticeKind

_TOGETHER = 60
_KINDS = {Nudge.DUE_SOON: NoticeKind.DECISION_DUE_SOON, Nudge.OVERDUE: NoticeKind.DECISION_OVERDUE}
_THIS_MINUTE = timedelta(minutes=1)  # a query leaves its upper bound out


@reaction(to=DecisionsToRemind)
def remind_of_decisions(_: DecisionsToRemind, ctx: Context) -> None:
    """Remind some at a time, each once for each reason."""
    page = ctx.list(DECISIONS, TO_REMIND, high=ctx.now + _THIS_MINUTE, limit=_TOGETHER)
    nudged = [nudge(decision, ctx.now) for _, decision in page.items]

    for decision, why in nudged:
        ctx.put(DECISIONS, decision)
        tell(decision, _KINDS[why], ctx)
    if len(nudged) == _TOGETHER:
        ctx.emit(DecisionsToRemind())
