"""See that those who are to decide on a naskah are reminded on time."""

from __future__ import annotations

from shared.events import approvals
from shared.events.approvals import ApprovalRequested
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext


@effect(on=ApprovalRequested, delivery=Delivery.AT_LEAST_ONCE)
def time_approval(asked: ApprovalRequested, ctx: ReadContext) -> None:
    """Have late approvals looked for when these are due; the schedule finds what this misses."""
    if asked.matter == approvals.NASKAH:
        ctx.ports.timers.set(f"eoffice_remind_approvers@{asked.matter_id}", asked.due_at)
