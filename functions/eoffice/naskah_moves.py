"""A naskah moves: what was decided is kept, and whoever is asked, or asked no more, is told of by event."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from functions.eoffice.domain.naskah import Naskah, NaskahSays
from functions.eoffice.domain.naskah_decision import Decision, Thread
from functions.eoffice.domain.reply_time import due
from functions.eoffice.naskah import NASKAH
from functions.eoffice.surat_masuk import reply_time
from shared.events import approvals
from shared.events.approvals import ApprovalDecided, ApprovalRequested
from shared.kernel.collections import TypedCollection
from shared.rules.chain import asked_of
from shared.tables.holidays import days_off
from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eoffice.domain.naskah_decision import Verdict
    from shared.kernel.context import Context


@dataclass(frozen=True, slots=True)
class NaskahEdition:
    """A text that lay before the checkers, and who wrote it; it is never changed."""

    naskah_id: str
    number: int
    says: NaskahSays
    at: Instant
    by_name: str


def edition_key(naskah_id: str, number: int) -> str:
    """Return the one key of an edition."""
    return f"{naskah_id}:{number}"


DECISIONS = TypedCollection("naskah_decisions", Decision, key=lambda it: it.id, matter=lambda it: it.naskah_id)
THREADS = TypedCollection("naskah_threads", Thread, key=lambda it: it.naskah_id, matter=lambda it: it.naskah_id)
NASKAH_EDITIONS = TypedCollection(
    "naskah_editions",
    NaskahEdition,
    key=lambda it: edition_key(it.naskah_id, it.number),
    matter=lambda it: it.naskah_id,
)


def move(
    before: Naskah, after: Naskah, verdict: Verdict, ctx: Context, *, seen: int | None = None, note: str = ""
) -> None:
    """Write a naskah as it stands after a decision of the caller, with the decision, and tell who is asked now."""
    was, now = asked_of(before.chain), asked_of(after.chain)
    asked = tuple(it.position_id for it in now if it not in was)
    if asked or not now:
        after = replace(after, asked_until=_until(after, ctx) if now else None, reminded=0)
    decision = Decision(
        ctx.new_id(),
        after.id,
        verdict,
        ctx.now,
        ctx.actor.id,
        ctx.actor.name,
        ctx.actor.position_title,
        after.edition,
        note,
    )
    ctx.put(NASKAH, after, seen=seen)
    ctx.create(DECISIONS, decision)
    if after.edition != before.edition:
        ctx.create(NASKAH_EDITIONS, NaskahEdition(after.id, after.edition, after.says, ctx.now, ctx.actor.name))
    no_more = tuple(it.position_id for it in was if it not in now)
    ctx.emit(ApprovalDecided(approvals.NASKAH, after.id, decision.id, no_more))
    if asked and after.asked_until:
        ctx.emit(ApprovalRequested(approvals.NASKAH, after.id, asked, after.asked_until))


def _until(naskah: Naskah, ctx: Context) -> datetime:
    """Return until when those who are asked now are to decide, by the urgency of the naskah."""
    return due(reply_time(naskah.says.urgensi, ctx), ctx.now, days_off(ctx))
