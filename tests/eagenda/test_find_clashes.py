"""Finding who is invited elsewhere at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.find_clashes import Clash, ClashSearch, find_clashes
from shared.refusals import InvalidField
from tests.eagenda.answering import COMING, NOT_COMING, answer
from tests.eagenda.inviting import deliver_all

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

HALF_AN_HOUR = timedelta(minutes=30)


def found(meeting: Meeting, by: Actor, later: timedelta = HALF_AN_HOUR, agenda_id: str = "") -> tuple[Clash, ...]:
    """Ask about the guest for an hour that begins so much later than the meeting."""
    starts_at = meeting.starts_at + later
    people = (meeting.guest.id, meeting.organiser.id, meeting.guest.id)
    search = ClashSearch(people, starts_at, starts_at + timedelta(hours=1), agenda_id)
    items: tuple[Clash, ...] = meeting.desk.call(find_clashes, search, by=by).items
    return items


def test_somebody_invited_elsewhere_at_that_time_is_named_once(meeting: Meeting, colleague: Actor) -> None:
    [clash] = found(meeting, colleague)
    assert (clash.name, clash.title) == ("Aditya", "Rapat Koordinasi SPBE")
    assert (clash.starts_at, clash.ends_at) == (meeting.starts_at, meeting.ends_at)


def test_who_may_not_see_that_meeting_is_not_told_what_it_is(meeting: Meeting, stranger: Actor) -> None:
    [clash] = found(meeting, stranger)
    assert (clash.name, clash.title) == ("Aditya", "")


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_meeting_that_ends_as_the_other_begins_is_no_clash(meeting: Meeting, colleague: Actor, hours: int) -> None:
    assert found(meeting, colleague, timedelta(hours=hours)) == ()


def test_a_meeting_does_not_clash_with_itself(meeting: Meeting) -> None:
    assert found(meeting, meeting.organiser, agenda_id=meeting.id) == ()


def test_who_said_no_to_the_other_meeting_is_free(meeting: Meeting, colleague: Actor) -> None:
    answer(meeting, meeting.guest, NOT_COMING, "Sakit")
    assert found(meeting, colleague) == ()
    answer(meeting, meeting.guest, COMING)
    assert len(found(meeting, colleague)) == 1


def test_a_cancelled_meeting_keeps_nobody(desk: Desk, meeting: Meeting, colleague: Actor) -> None:
    meeting.cancel()
    deliver_all(desk)
    assert found(meeting, colleague) == ()


def test_a_question_without_time_or_about_too_many_is_refused(meeting: Meeting) -> None:
    at = meeting.starts_at
    for search in (ClashSearch(("p",), at, at), ClashSearch(("p",) * 101, at, at + HALF_AN_HOUR)):
        with pytest.raises(InvalidField):
            meeting.desk.call(find_clashes, search, by=meeting.organiser)
