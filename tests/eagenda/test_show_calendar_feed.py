"""Showing whether one's calendar has an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.show_calendar_feed import ShownCalendarFeed, show_calendar_feed
from tests.eagenda.subscriber import Subscriber

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def test_at_first_there_is_none(meeting: Meeting) -> None:
    assert meeting.desk.call(show_calendar_feed, by=meeting.guest) == ShownCalendarFeed(None, None)


def test_since_when_it_is_there_is_told_and_it_itself_is_not(meeting: Meeting, stranger: Actor) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    assert telephone.shown() == ShownCalendarFeed(meeting.desk.clock.now(), None)
    assert meeting.desk.call(show_calendar_feed, by=stranger) == ShownCalendarFeed(None, None)
