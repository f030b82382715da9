"""Show a decision of a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.decisions import DECISIONS, decision_to_read, is_owner
from functions.eagenda.shown_decision import FollowedDecision, shown_decision
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN, Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class WhichDecision:
    """Which decision."""

    decision_id: str


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A decision, its version, and what the caller may do with it."""

    decision: FollowedDecision
    version: int
    may_report: bool
    may_cancel: bool


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_decision(which: WhichDecision, ctx: ReadContext) -> DecisionShown:
    """Show a decision to who carries it out and to those who may read its agenda."""
    decision = decision_to_read(which.decision_id, ctx)
    version = ctx.version(DECISIONS, decision.id)

    may_cancel = (
        Permission.ORGANISE_AGENDA in ctx.actor.permissions
        and ctx.find(DECISIONS, decision.id) is not None
        and ctx.actor.organisation_id == decision.organisation_id
    )
    return DecisionShown(shown_decision(decision, ctx.now), version, is_owner(decision, ctx), may_cancel)
