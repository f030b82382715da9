"""Showing an invitation by its personal link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.invited_guest import GuestLinkEnded
from tests.eagenda.guests_by_mail import RATNA, invite, show, token
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.mark.usefixtures("away")
def test_the_link_shows_the_meeting_and_where_it_is_online_until_it_is_over(desk: Desk) -> None:
    meeting = Meeting(desk, online_link="https://zoom.example/j/12345", dress="Batik")
    invite(meeting)
    link = token(meeting)
    shown = show(meeting, link)
    assert (shown.name, shown.institution, shown.place, shown.dress) == (
        RATNA.name,
        RATNA.institution,
        "Aula Majapahit",
        "Batik",
    )
    assert (shown.online_link, shown.answer, shown.may_answer) == (
        "https://zoom.example/j/12345",
        AnswerKind.UNANSWERED,
        True,
    )
    desk.clock.set(meeting.ends_at)
    assert (show(meeting, link).online_link, show(meeting, link).may_answer) == ("", False)
    desk.clock.set(meeting.ends_at + timedelta(days=1))
    with pytest.raises(GuestLinkEnded):
        show(meeting, link)


@pytest.mark.usefixtures("away")
def test_what_is_no_link_of_ours_shows_nothing(meeting: Meeting) -> None:
    invite(meeting)
    ticket = meeting.desk.identity.ticket("guest", {"guest": "x"})
    other = meeting.desk.identity.ticket("invited-guest", {"guest": "x"})
    for wrong in ("x", token(meeting)[:-1], token(meeting) + "x", ticket, other):
        with pytest.raises(GuestLinkEnded):
            show(meeting, wrong)
