"""Inviting those who hold an invited post now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.follow_posts import follow_posts
from functions.eagenda.records import INVITATIONS, participation_key
from shared.rules.notice import NoticeKind
from tests.eagenda.inviting import LONG_AGO, TODAY, Offices, deliver_all, invite, invited
from tests.eagenda.repeating import Repeating
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def offices(desk: Desk) -> Offices:
    offices = Offices(desk)
    offices.person("Wati")
    return offices


def change_hands(offices: Offices) -> None:
    offices.hold("puri-camat", "Joko", LONG_AGO, YESTERDAY)
    offices.hold("puri-camat", "Wati", TODAY)
    offices.desk.run_scheduled(follow_posts)


def test_who_held_the_post_and_who_holds_it_are_both_told(desk: Desk, offices: Offices, meeting: Meeting) -> None:
    invite(meeting, posts=("puri-camat",))
    deliver_all(desk)
    desk.clock.pass_(minutes=1)
    change_hands(offices)
    deliver_all(desk)
    assert [it.kind for it in told(desk, desk.signed_in("p-wati"))] == [NoticeKind.AGENDA_INVITED]
    assert told(desk, desk.signed_in("p-joko"))[0].kind is NoticeKind.AGENDA_WITHDRAWN


def test_who_is_invited_by_name_too_stays_invited(desk: Desk, offices: Offices, meeting: Meeting) -> None:
    invite(meeting, "p-joko", posts=("puri-camat",))
    change_hands(offices)
    deliver_all(desk)
    assert invited(meeting) == {"p-joko", "p-wati"}


def test_who_moves_from_one_invited_post_to_another_stays_invited(
    desk: Desk, offices: Offices, meeting: Meeting
) -> None:
    invite(meeting, posts=("puri-camat", "jetis-camat"))
    offices.hold("jetis-camat", "Joko", TODAY)
    change_hands(offices)
    deliver_all(desk)
    assert invited(meeting) == {"p-joko", "p-wati"}
    invitation = desk.found(INVITATIONS, participation_key(meeting.id, "p-joko"))
    assert invitation is not None
    assert invitation.position_id == "jetis-camat"


def test_a_meeting_that_is_cancelled_meanwhile_invites_nobody(desk: Desk, offices: Offices, meeting: Meeting) -> None:
    invite(meeting, posts=("puri-camat",))
    change_hands(offices)
    meeting.cancel()
    deliver_all(desk)
    assert invited(meeting) == {"p-joko"}


def test_a_post_of_a_series_that_changes_hands_is_told_of_once_for_all_days(desk: Desk, offices: Offices) -> None:
    repeating = Repeating(desk)
    created = repeating.create("FREQ=WEEKLY;BYDAY=MO;COUNT=3", invited_posts=("puri-camat",))
    desk.clock.pass_(minutes=1)
    change_hands(offices)
    deliver_all(desk)
    assert [it.kind for it in told(desk, desk.signed_in("p-wati"))] == [NoticeKind.AGENDA_INVITED]
    assert [it.kind for it in told(desk, desk.signed_in("p-joko"))][:-1] == [NoticeKind.AGENDA_WITHDRAWN]
    for agenda in repeating.agendas(created.id):
        assert {it.person_id for it in repeating.invitations(agenda.id)} == {repeating.guest.id, "p-wati"}
