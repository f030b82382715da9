"""Serve a person's calendar at its secret address, to programs that cannot sign in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

from functions.eagenda.calendar_events import agendas_of, as_event
from functions.eagenda.calendar_feeds import CALENDAR_FEEDS, feed_at
from functions.eagenda.domain.calendar_feed import CalendarFeed, feed_window
from functions.eagenda.domain.visibility import Visibility
from shared.answers import CalendarPage
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerAddress
from shared.permissions import PUBLIC
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.rules.icalendar import write_calendar
from shared.values import Text

if TYPE_CHECKING:
    from datetime import date

    from shared.ports.records import Transaction


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """What stands behind the path: the token, with the ending that programs expect of a calendar."""

    token: Annotated[str, Text(1, 80)]


@query(permission=PUBLIC, refuses=(RecordMissing,), limit=PerAddress(per_minute=60, burst=60), page="/kalender")
def serve_calendar_feed(address: FeedAddress, ctx: ReadContext) -> CalendarPage:
    """Serve the calendar of whoever made this address: what they are invited to and what they organise.

    A secret agenda never leaves by it, nor does anything of somebody who holds no position or is suspended.
    """
    feed = feed_at(address.token.removesuffix(".ics"), ctx)
    person = ctx.directory.person(feed.person_id) if feed else None
    if feed is None or person is None or person.suspended or not ctx.directory.positions_of(person.id):
        raise RecordMissing("Alamat kalender ini tidak berlaku lagi. Buat yang baru di Profil.")
    today = wib_date(ctx.now)
    if feed.last_used_on != today:
        ctx.ports.records.transact(partial(_note_use, feed=feed, today=today, ctx=ctx))

    agendas, _ = agendas_of(person.id, *feed_window(ctx.now), ctx, right_from="the token of the person's own feed")
    told = (it for it in agendas if it.agenda.visibility is not Visibility.SECRET)
    return CalendarPage(write_calendar("Agenda Trowulan", (as_event(it, ctx.ports.public_url) for it in told)))


def _note_use(transaction: Transaction, feed: CalendarFeed, today: date, ctx: ReadContext) -> None:
    """Note the day, once on each: a question otherwise writes nothing (decision 0088)."""
    before = transaction.get(CALENDAR_FEEDS.stored, feed.person_id)
    if before and CALENDAR_FEEDS.read(before) == feed:
        used = CALENDAR_FEEDS.write(replace(feed, last_used_on=today), by=ctx.actor.id, at=ctx.now, before=before)
        transaction.put(CALENDAR_FEEDS.stored, feed.person_id, used)
