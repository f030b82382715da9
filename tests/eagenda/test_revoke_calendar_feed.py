"""Taking the secret address of one's calendar away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.revoke_calendar_feed import CalendarFeedRevoked, FeedToRevoke, revoke_calendar_feed
from tests.eagenda.subscriber import Subscriber

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def revoke(meeting: Meeting, by: Actor) -> bool:
    answer: CalendarFeedRevoked = meeting.desk.call(revoke_calendar_feed, FeedToRevoke(), by=by)
    return answer.already


def test_programs_get_nothing_at_a_revoked_address(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    assert not revoke(meeting, meeting.guest)
    assert telephone.ask().status_code == 404
    assert telephone.shown().made_at is None


def test_revoking_again_or_without_an_address_changes_nothing(meeting: Meeting) -> None:
    assert revoke(meeting, meeting.guest)
    Subscriber(meeting.desk, meeting.guest)
    assert [revoke(meeting, meeting.guest) for _ in range(2)] == [False, True]


def test_nobody_else_can_revoke_it(meeting: Meeting, stranger: Actor) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    assert revoke(meeting, stranger)
    assert telephone.ask().status_code == 200
