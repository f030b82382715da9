"""Ask those whose turn it is to decide on a naskah, and take the task away from those whose turn is over."""

from __future__ import annotations

from functions.eoffice.naskah import NASKAH
from functions.eoffice.naskah_tasks import approval_subject, approval_task, mending_task
from shared.events import approvals
from shared.events.approvals import ApprovalDecided, ApprovalRequested
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.rules.chain import asked_of
from shared.tasks.ask import ask, find_task, restate, settle
from shared.tasks.task import TaskKind, TaskState

_RIGHT = "the event of the naskah"


@reaction(to=(ApprovalRequested, ApprovalDecided))
def ask_approvers(moved: ApprovalRequested | ApprovalDecided, ctx: Context) -> None:
    """Make the tasks of these posts, and that of who drafts it, say what the chain says now, in whatever order."""
    naskah = ctx.find(NASKAH, moved.matter_id, right_from=_RIGHT) if moved.matter == approvals.NASKAH else None
    if naskah is None:
        return
    asked = {it.position_id: it for it in asked_of(naskah.chain)}
    found = {
        (kind, it): find_task(kind, approval_subject(naskah.id, it), ctx)
        for it in moved.position_ids
        for kind in (TaskKind.NASKAH_TO_CHECK, TaskKind.NASKAH_TO_SIGN)
    }
    mending = find_task(TaskKind.NASKAH_TO_MEND, naskah.id, ctx)

    for (kind, position_id), task in found.items():
        told = approval_task(naskah, asked[position_id], ctx) if position_id in asked else None
        if told is None or told.kind is not kind:
            settle(task, ctx)
        elif task is not None and task.state is TaskState.OPEN:
            restate(task, told, ctx)
        else:
            ask(told, ctx, found=task)
    if naskah.remark:
        ask(mending_task(naskah, ctx), ctx, found=mending)
    else:
        settle(mending, ctx)
