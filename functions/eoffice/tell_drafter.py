"""Tell who drafts a naskah that it came back, that all have checked it, or that it is signed."""

from __future__ import annotations

from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.naskah import NASKAH
from functions.eoffice.naskah_moves import DECISIONS
from functions.eoffice.subjects import naskah_subject
from shared.events import approvals
from shared.events.approvals import ApprovalDecided
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind

_RIGHT = "the event of the naskah"


@reaction(to=ApprovalDecided)
def tell_drafter(decided: ApprovalDecided, ctx: Context) -> None:
    """Tell the drafter of what they wait for; what they did themselves they know."""
    if decided.matter != approvals.NASKAH:
        return
    naskah = ctx.find(NASKAH, decided.matter_id, right_from=_RIGHT)
    decision = ctx.find(DECISIONS, decided.decision_id, right_from=_RIGHT)
    if naskah is None or decision is None or decision.by == naskah.drafter_id:
        return
    if decision.verdict is Verdict.RETURNED:
        request_notices(NoticeKind.NASKAH_RETURNED, naskah_subject(naskah).id, [naskah.drafter_id], ctx)
    elif decision.verdict is Verdict.SIGNED:
        request_notices(NoticeKind.NASKAH_SIGNED, naskah_subject(naskah).id, [naskah.drafter_id], ctx)
    elif decision.verdict is Verdict.APPROVED and naskah.state is NaskahState.CHECKED:
        request_notices(NoticeKind.NASKAH_CHECKED, naskah_subject(naskah).id, [naskah.drafter_id], ctx)
