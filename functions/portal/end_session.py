"""End one of the caller's sessions: that browser is signed out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.records import SESSIONS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class SessionToEnd:
    """Which."""

    session_id: str


@dataclass(frozen=True, slots=True)
class OneSessionEnded:
    """That browser is signed out; ``already`` when it was before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing,))
def end_session(ending: SessionToEnd, ctx: Context) -> OneSessionEnded:
    """End one of the caller's own sessions."""
    session = ctx.find(SESSIONS, ending.session_id, right_from="the caller's own session")
    if session is None or session.person_id != ctx.actor.id:
        raise RecordMissing("Muat ulang daftar peramban Anda.")

    if not session.ended:
        ctx.put(SESSIONS, replace(session, ended=True))
    return OneSessionEnded(already=session.ended)
