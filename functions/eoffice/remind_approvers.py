"""Remind those who have let a naskah wait too long, then tell those above them and who drafts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eoffice.domain.reply_time import next_day_end
from functions.eoffice.naskah import BY_TURN, NASKAH
from functions.eoffice.subjects import naskah_subject
from shared.directory.superiors import superiors_of
from shared.kernel.catalogue import CatchUp, scheduled
from shared.kernel.context import Context
from shared.notices.request import request_notices, request_notices_to_positions
from shared.rules.chain import asked_of
from shared.rules.notice import NoticeKind
from shared.tables.holidays import days_off

if TYPE_CHECKING:
    from functions.eoffice.domain.naskah import Naskah

_AT_ONCE = 25  # each with those whose turn it is, and who stands above them
_EARLIEST = timedelta(days=3650)  # what waits for nobody has no time at all, which sorts before every other


@scheduled(cron="12 * * * *", catch_up=CatchUp.ONCE)
def remind_approvers(ctx: Context) -> None:
    """Remind of naskah that are late: whose turn it is, and from the second time on their head and the drafter too."""
    # A query in a command: what is late is known by its time alone; each reminder moves that time on.
    late = ctx.list(NASKAH, BY_TURN, low=ctx.now - _EARLIEST, high=ctx.now, limit=_AT_ONCE).items
    off = days_off(ctx)
    above = {it.id: _heads_above(it, ctx) if it.reminded else [] for _, it in late}

    for _, naskah in late:
        subject_id = naskah_subject(naskah).id
        ctx.put(NASKAH, replace(naskah, asked_until=next_day_end(ctx.now, off), reminded=naskah.reminded + 1))
        waiting = [it.position_id for it in asked_of(naskah.chain)]
        request_notices_to_positions(NoticeKind.NASKAH_WAITS, subject_id, waiting, ctx)
        if naskah.reminded:
            request_notices(NoticeKind.NASKAH_LATE, subject_id, [naskah.drafter_id], ctx)
            request_notices_to_positions(NoticeKind.NASKAH_LATE, subject_id, above[naskah.id], ctx)


def _heads_above(naskah: Naskah, ctx: Context) -> list[str]:
    """Return the nearest head above each post whose turn it is."""
    heads = (superiors_of(it.position_id, naskah.organisation_path, ctx)[:1] for it in asked_of(naskah.chain))
    return [head.id for found in heads for head in found]
