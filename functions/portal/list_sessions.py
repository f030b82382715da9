"""List where the caller is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.session import lasts
from functions.portal.records import OPEN_SESSIONS, SESSIONS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ListedSession:
    """One browser; ``seen_at`` is when it last asked for a token, ``is_present`` that it is the one asking now."""

    id: str
    browser: str
    issuer_name: str
    started_at: Instant
    seen_at: Instant
    is_present: bool


@dataclass(frozen=True, slots=True)
class ListedSessions:
    """The present one first, then the latest seen."""

    items: tuple[ListedSession, ...]


@query(permission=SIGNED_IN)
def list_sessions(ctx: ReadContext) -> ListedSessions:
    """List the browsers in which the caller is signed in."""
    found = ctx.every(SESSIONS, OPEN_SESSIONS, equal=(ctx.actor.id, False), right_from="the caller's own sessions")

    items = [
        ListedSession(it.id, it.browser, it.issuer_name, it.started_at, it.rotated_at, it.id == ctx.actor.session_id)
        for _, it in found
        if lasts(it, ctx.now)
    ]
    items.sort(key=lambda it: (it.is_present, it.seen_at), reverse=True)
    return ListedSessions(tuple(items))
