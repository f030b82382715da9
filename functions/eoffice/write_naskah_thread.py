"""Keep the thread of a naskah: all that was decided, in one record that is read at once."""

from __future__ import annotations

from functions.eoffice.domain.naskah_decision import Thread
from functions.eoffice.naskah_moves import DECISIONS, THREADS
from shared.events import approvals
from shared.events.approvals import ApprovalDecided
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context

_RIGHT = "the event of the naskah"


@reaction(to=ApprovalDecided)
def write_naskah_thread(decided: ApprovalDecided, ctx: Context) -> None:
    """Put a decision into the thread, in its place by time, however late it is heard of."""
    if decided.matter != approvals.NASKAH:
        return
    decision = ctx.find(DECISIONS, decided.decision_id, right_from=_RIGHT)
    before = ctx.find(THREADS, decided.matter_id, right_from=_RIGHT) or Thread(decided.matter_id)
    if decision is None:
        return
    after = before.with_decision(decision)
    if after != before:
        ctx.put(THREADS, after)
