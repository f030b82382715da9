"""Finding the meetings whose invited posts change hands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.follow_posts import follow_posts
from tests.desk import MORNING
from tests.eagenda.inviting import LONG_AGO, TODAY, Offices, deliver_all, invite, invited
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk

IN_TWO_DAYS = TODAY + timedelta(days=2)


@pytest.fixture
def offices(desk: Desk) -> Offices:
    return Offices(desk)


@pytest.fixture
def later(desk: Desk) -> Meeting:
    return Meeting(desk, starts_at=MORNING + timedelta(days=2))


def follow(desk: Desk) -> None:
    desk.run_scheduled(follow_posts)
    deliver_all(desk)


def test_an_invitation_follows_a_post_that_changes_hands_before_the_day(
    desk: Desk, offices: Offices, later: Meeting
) -> None:
    invite(later, posts=("puri-camat",))
    offices.person("Wati")
    offices.hold("puri-camat", "Joko", LONG_AGO, IN_TWO_DAYS - timedelta(days=1))
    offices.hold("puri-camat", "Wati", IN_TWO_DAYS)
    follow(desk)
    assert invited(later) == {"p-wati"}


def test_a_post_that_was_vacant_is_invited_once_somebody_holds_it(desk: Desk, offices: Offices, later: Meeting) -> None:
    invite(later, posts=("jetis-camat",))
    offices.person("Wati")
    offices.hold("jetis-camat", "Wati", TODAY)
    follow(desk)
    follow(desk)
    assert invited(later) == {"p-wati"}
    assert later.agenda().invited_count == 2


def test_a_change_after_the_day_moves_nothing(desk: Desk, offices: Offices, later: Meeting) -> None:
    invite(later, posts=("puri-camat",))
    offices.hold("puri-camat", "Joko", LONG_AGO, IN_TWO_DAYS)
    offices.person("Wati")
    offices.hold("puri-camat", "Wati", IN_TWO_DAYS + timedelta(days=1))
    follow(desk)
    assert invited(later) == {"p-joko"}


def test_a_meeting_that_is_over_is_not_looked_at(desk: Desk, offices: Offices, meeting: Meeting) -> None:
    invite(meeting, posts=("puri-camat",))
    desk.clock.pass_(hours=3)
    offices.hold("puri-camat", "Joko", LONG_AGO, LONG_AGO)
    follow(desk)
    assert invited(meeting) == {"p-joko"}
