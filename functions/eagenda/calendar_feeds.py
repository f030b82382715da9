"""The feeds of people's calendars, as operations get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.calendar_feed import CalendarFeed, hash_token
from shared.kernel.collections import ListQuery, TypedCollection

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

BY_TOKEN = ListQuery(equal=("token_hash",))
CALENDAR_FEEDS = TypedCollection("calendar_feeds", CalendarFeed, key=lambda it: it.person_id, queries=(BY_TOKEN,))


def own_feed(ctx: ReadContext) -> CalendarFeed | None:
    """Return the caller's feed, where it has an address."""
    feed = ctx.find(CALENDAR_FEEDS, ctx.actor.id, right_from="the caller's own feed")
    return feed if feed and feed.token_hash else None


def feed_at(token: str, ctx: ReadContext) -> CalendarFeed | None:
    """Return the feed whose address holds this token."""
    page = ctx.list(
        CALENDAR_FEEDS, BY_TOKEN, equal=(hash_token(token),), limit=1, right_from="the token of the address"
    )
    return page.items[0][1] if page.items else None
