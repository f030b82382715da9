"""A program that asks for somebody's calendar again and again, at the address that they gave it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from functions.eagenda.records import AGENDAS
from functions.eagenda.renew_calendar_feed import CalendarFeedRenewed, FeedToRenew, renew_calendar_feed
from functions.eagenda.serve_calendar_feed import serve_calendar_feed
from functions.eagenda.show_calendar_feed import ShownCalendarFeed, show_calendar_feed

if TYPE_CHECKING:
    from flask import Response

    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


class Subscriber:
    """A telephone whose owner has just made an address for it."""

    def __init__(self, desk: Desk, owner: Actor) -> None:
        self.desk = desk
        self.owner = owner
        renewed: CalendarFeedRenewed = desk.call(renew_calendar_feed, FeedToRenew(), by=owner)
        self.address = renewed.address
        self.replaced = renewed.replaced

    @property
    def token(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]

    def ask(self, tag: str = "") -> Response:
        """Ask for the calendar, saying which one is there already."""
        headers = {"If-None-Match": tag} if tag else {}
        return self.desk.request(serve_calendar_feed, params={"token": self.token}, headers=headers)

    def entries(self) -> dict[str, Any]:
        """Return the entries of the calendar by the agenda's id."""
        calendar = Calendar.from_ical(self.ask().get_data())
        return {str(entry["UID"]).partition("@")[0]: entry for entry in calendar.walk("VEVENT")}

    def shown(self) -> ShownCalendarFeed:
        """Return what the owner sees of it."""
        answer: ShownCalendarFeed = self.desk.call(show_calendar_feed, by=self.owner)
        return answer


def change(meeting: Meeting, **fields: object) -> None:
    """Let the stored agenda be otherwise, as a change by its organiser leaves it."""
    desk, agenda = meeting.desk, meeting.agenda()
    body = desk.records.get(AGENDAS.stored, agenda.id)
    changed = AGENDAS.write(replace(agenda, **fields), by="test", at=desk.clock.now(), before=body)  # type: ignore[arg-type]  # the fields' names are the test's
    desk.records.transact(lambda transaction: transaction.put(AGENDAS.stored, agenda.id, changed))
