"""Giving one's calendar a new secret address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from functions.eagenda.calendar_feeds import CALENDAR_FEEDS
from functions.eagenda.domain.calendar_feed import hash_token
from tests.eagenda.subscriber import Subscriber

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def test_the_address_is_told_once_and_only_its_hash_is_kept(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    token = telephone.token.removesuffix(".ics")
    kept = meeting.desk.records.get(CALENDAR_FEEDS.stored, meeting.guest.id)

    assert re.fullmatch(r"[\w-]{43}", token)  # 256 bits
    assert kept is not None
    assert kept["value"]["token_hash"] == hash_token(token)
    for told in (kept, meeting.desk.journal(), telephone.shown()):
        assert token not in str(told)


def test_a_new_address_ends_the_earlier_one(meeting: Meeting) -> None:
    lost = Subscriber(meeting.desk, meeting.guest)
    found = Subscriber(meeting.desk, meeting.guest)
    assert (lost.replaced, found.replaced) == (False, True)
    assert (lost.ask().status_code, found.ask().status_code) == (404, 200)


def test_the_new_address_has_not_been_used_yet(meeting: Meeting) -> None:
    Subscriber(meeting.desk, meeting.guest).ask()
    assert Subscriber(meeting.desk, meeting.guest).shown().last_used_on is None


def test_each_persons_address_leads_to_their_own_calendar(meeting: Meeting, stranger: Actor) -> None:
    own, other = Subscriber(meeting.desk, meeting.guest), Subscriber(meeting.desk, stranger)
    assert (list(own.entries()), other.entries()) == ([meeting.id], {})
