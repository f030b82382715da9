"""Write the notulen of a meeting: a draft that is kept as it is typed."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.notulen import (
    NotNotulis,
    NotulenFinal,
    NotulenWaits,
    require_draft,
    require_held,
    require_notulis,
    rewrite,
)
from functions.eagenda.domain.notulen_text import NotulenText
from functions.eagenda.notulen import NOTULEN, follow_up_policy, notulen_access
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class NotulenToWrite:
    """Of which agenda, as the notulis saw it, and what it says now; 0 is the version of one that nobody wrote yet."""

    agenda_id: str
    version: int
    text: NotulenText


@dataclass(frozen=True, slots=True)
class NotulenWritten:
    """The version that the next text is written over."""

    version: int


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotNotulis, AgendaIsCancelled, NotulenWaits, NotulenFinal, Stale),
)
def write_notulen(written: NotulenToWrite, ctx: Context) -> NotulenWritten:
    """Keep the draft of a notulen; another's text since then is not written over."""
    access = notulen_access(written.agenda_id, ctx)
    before = ctx.version(NOTULEN, access.agenda.id)
    policy = follow_up_policy(ctx)

    require_held(access.agenda)
    require_notulis(access.notulen, ctx.actor.id)
    require_draft(access.notulen)
    notulen = rewrite(access.notulen, written.text, policy.most_decisions)

    if notulen == access.notulen and before:
        return NotulenWritten(before)
    ctx.put(NOTULEN, notulen, seen=written.version)
    return NotulenWritten(before + 1)
