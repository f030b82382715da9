"""A person's calendar at a secret address, for the programs of their telephone and desk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from shared.values import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from shared.values import Secret

KEPT_AFTER = timedelta(days=30)  # a cancelled meeting must be heard of by programs that ask seldom
LOOKS_AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """The one address that a person's calendar has; what is kept of its secret is a hash, empty when it was revoked."""

    person_id: str
    token_hash: str
    made_at: Instant
    last_used_on: date | None = None  # the day alone: an address is asked every hour, by nobody's deed


def hash_token(token: str) -> str:
    """Return what is kept of a token. It has 256 random bits, so that a fast hash gives nothing away."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_feed(person_id: str, token: Secret, now: datetime) -> CalendarFeed:
    """Return a feed at a new address; an earlier one of the person leads nowhere from then on."""
    return CalendarFeed(person_id, hash_token(token.reveal()), now)


def revoked(feed: CalendarFeed) -> CalendarFeed:
    """Return the feed without an address."""
    return replace(feed, token_hash="")


def feed_window(now: datetime) -> tuple[datetime, datetime]:
    """Return from when to when the meetings of a feed begin."""
    return now - KEPT_AFTER, now + LOOKS_AHEAD
