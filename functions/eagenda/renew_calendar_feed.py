"""Give the caller's calendar a new secret address; an earlier one leads nowhere from then on."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eagenda.calendar_feeds import CALENDAR_FEEDS, own_feed
from functions.eagenda.domain.calendar_feed import new_feed
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN


@dataclass(frozen=True, slots=True)
class FeedToRenew:
    """The caller's own; there is nothing to say."""


@dataclass(frozen=True, slots=True)
class CalendarFeedRenewed:
    """The address, told this once; ``replaced`` when an earlier one has ended by it."""

    address: str
    replaced: bool


@operation(permission=SIGNED_IN, secret=True, limit=PerActor(per_minute=10, burst=10))
def renew_calendar_feed(_: FeedToRenew, ctx: Context) -> CalendarFeedRenewed:
    """Give the caller's calendar a new secret address, at which programs of theirs read it without signing in."""
    before = own_feed(ctx)
    token = ctx.new_secret()

    ctx.put(CALENDAR_FEEDS, new_feed(ctx.actor.id, token, ctx.now))
    return CalendarFeedRenewed(f"{ctx.ports.public_url}/kalender/{token.reveal()}.ics", replaced=before is not None)
