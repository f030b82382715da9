"""Take the secret address of the caller's calendar away."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.calendar_feeds import CALENDAR_FEEDS, own_feed
from functions.eagenda.domain.calendar_feed import revoked
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class FeedToRevoke:
    """The caller's own; there is nothing to say."""


@dataclass(frozen=True, slots=True)
class CalendarFeedRevoked:
    """The address leads nowhere; ``already`` when there was none."""

    already: bool


@operation(permission=SIGNED_IN)
def revoke_calendar_feed(_: FeedToRevoke, ctx: Context) -> CalendarFeedRevoked:
    """Take the secret address of the caller's calendar away: programs that have it get nothing any more."""
    feed = own_feed(ctx)

    if feed:
        ctx.put(CALENDAR_FEEDS, revoked(feed))
    return CalendarFeedRevoked(already=feed is None)
