"""Give up what a signer has had in hand too long: it may be signed again, under the same number."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from functions.eoffice.domain.naskah import NaskahState
from functions.eoffice.domain.signing import SIGNING_WITHIN
from functions.eoffice.naskah import NASKAH, SIGNING_SINCE
from functions.eoffice.subjects import naskah_subject
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.notices.request import request_notices
from shared.rules.notice import NoticeKind

_AT_ONCE = 50  # the rest waits for the next run
_EARLIEST = timedelta(days=3650)  # what never was being signed has no time at all, which sorts before every other


@scheduled(cron="*/10 * * * *", catch_up=CatchUp.ONCE)
def give_up_signing(ctx: Context) -> None:
    """Mark naskah whose signer never answered, as after a crash in the middle, and tell who signs."""
    # A query in a command: what a signer has is known by its time alone.
    page = ctx.list(
        NASKAH,
        SIGNING_SINCE,
        equal=(NaskahState.SIGNING,),
        low=ctx.now - _EARLIEST,
        high=ctx.now - SIGNING_WITHIN,
        limit=_AT_ONCE,
    )
    for _, naskah in page.items:
        ctx.put(NASKAH, replace(naskah, state=NaskahState.SIGNING_FAILED))
        if naskah.signing:
            request_notices(NoticeKind.NASKAH_NOT_SIGNED, naskah_subject(naskah).id, [naskah.signing.by], ctx)
