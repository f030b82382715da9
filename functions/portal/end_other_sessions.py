"""End every session of the caller but the present one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.portal.records import OPEN_SESSIONS, SESSIONS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class OtherSessions:
    """Nothing: all but the one of the caller's token."""


@dataclass(frozen=True, slots=True)
class OtherSessionsEnded:
    """So many browsers were signed out."""

    signed_out: int


@operation(permission=SIGNED_IN)
def end_other_sessions(_: OtherSessions, ctx: Context) -> OtherSessionsEnded:
    """Sign the caller out everywhere but in the present browser."""
    found = ctx.every(SESSIONS, OPEN_SESSIONS, equal=(ctx.actor.id, False), right_from="the caller's own sessions")
    others = [session for _, session in found if session.id != ctx.actor.session_id]

    for session in others:
        ctx.put(SESSIONS, replace(session, ended=True))
    return OtherSessionsEnded(len(others))
