"""Show whether the caller's calendar has an address, and when it was last asked there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.eagenda.calendar_feeds import own_feed
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ShownCalendarFeed:
    """Since when there is an address, None when there is none; the address itself nobody can show again."""

    made_at: Instant | None
    last_used_on: date | None


@query(permission=SIGNED_IN)
def show_calendar_feed(ctx: ReadContext) -> ShownCalendarFeed:
    """Show since when the caller's calendar has an address, and on which day a program last asked there."""
    feed = own_feed(ctx)
    return ShownCalendarFeed(feed.made_at if feed else None, feed.last_used_on if feed else None)
