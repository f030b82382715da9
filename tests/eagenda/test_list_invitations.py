"""Listing the agendas to which the caller is invited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.list_invitations import ListedInvitations, WhichInvitations, list_invitations
from functions.eagenda.listed_invitation import ListedInvitation
from functions.eagenda.period import Period
from functions.eagenda.records import INVITATIONS
from shared.rules.calendar import wib_time
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from functions.eagenda.domain.invitation import Invitation
    from shared.actor import Actor
    from tests.desk import Desk

TODAY = date(2026, 11, 24)


def listed(desk: Desk, by: Actor, which: WhichInvitations | None = None) -> ListedInvitations:
    answer: ListedInvitations = desk.call(list_invitations, which or WhichInvitations(), by=by)
    return answer


def test_an_invited_person_sees_the_meeting_and_when_they_came(meeting: Meeting) -> None:
    agenda = meeting.agenda()
    row = ListedInvitation(
        meeting.id, agenda.title, agenda.place, meeting.starts_at, meeting.ends_at, agenda.state, None
    )
    assert listed(meeting.desk, meeting.guest).items == (row,)

    present = meeting.scan(meeting.guest)
    assert [it.attended_at for it in listed(meeting.desk, meeting.guest).items] == [present.attended_at]


def test_the_days_meetings_are_those_that_begin_on_it_in_mojokerto(desk: Desk) -> None:
    begins = [wib_time(TODAY, "00:00"), wib_time(TODAY, "23:59"), wib_time(TODAY + timedelta(days=1), "00:00")]
    desk.clock.set(begins[0])
    meetings = [Meeting(desk, starts_at=begin) for begin in begins]

    todays = listed(desk, meetings[0].guest, WhichInvitations(day=TODAY)).items
    assert [it.agenda_id for it in todays] == [meetings[0].id, meetings[1].id]


def test_of_a_day_whoever_runs_a_meeting_sees_it_too_and_what_they_attend_once(desk: Desk) -> None:
    run = Meeting(desk)
    both = Meeting(desk, run.organiser, starts_at=run.starts_at - timedelta(minutes=15))
    of_tomorrow = Meeting(desk, starts_at=run.starts_at + timedelta(days=1))

    rows = listed(desk, run.organiser, WhichInvitations(day=TODAY)).items

    assert [(it.agenda_id, it.invited, it.organises) for it in rows] == [(both.id, True, True), (run.id, False, True)]
    assert [it.agenda_id for it in listed(desk, run.organiser).items] == [both.id]
    assert [it.organises for it in listed(desk, run.guest, WhichInvitations(day=TODAY)).items] == [False, False]
    assert of_tomorrow.id not in {it.agenda_id for it in rows}


def test_upcoming_ones_come_soonest_first_and_past_ones_latest_first(desk: Desk) -> None:
    first = Meeting(desk)
    desk.clock.pass_(days=1)
    second = Meeting(desk)
    desk.clock.pass_(days=1)
    later, sooner = Meeting(desk, starts_at=desk.clock.now() + timedelta(days=1)), Meeting(desk)

    upcoming = listed(desk, first.guest).items
    past = listed(desk, first.guest, WhichInvitations(period=Period.PAST)).items

    assert [it.agenda_id for it in upcoming] == [sooner.id, later.id]
    assert [it.agenda_id for it in past] == [second.id, first.id]


def test_a_long_list_comes_in_pages(meeting: Meeting) -> None:
    [invitation] = meeting.desk.all(INVITATIONS, INVITATIONS.queries[0], meeting.guest.id)
    agendas = (f"rapat-{number:02}" for number in range(29))
    meeting.desk.given(INVITATIONS, *(_of_agenda(invitation, agenda_id) for agenda_id in agendas))

    first = listed(meeting.desk, meeting.guest)
    second = listed(meeting.desk, meeting.guest, WhichInvitations(cursor=first.next_cursor))

    assert (len(first.items), len(second.items), second.next_cursor) == (25, 5, None)
    assert len({it.agenda_id for it in (*first.items, *second.items)}) == 30


@pytest.mark.parametrize(
    "day", ["24-11-2026", "2026-11-31", "hari ini", "2026-11-24T00:00:00Z", "0001-01-01", "9999-12-31"]
)
def test_a_day_that_is_no_date_is_pointed_at(meeting: Meeting, day: str) -> None:
    response = meeting.desk.request(list_invitations, params={"day": day}, token=meeting.desk.token(meeting.guest))
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/day")


def test_nobody_else_sees_an_invitation(meeting: Meeting, colleague: Actor, superior: Actor, stranger: Actor) -> None:
    for other in (meeting.organiser, colleague, superior, stranger):
        assert listed(meeting.desk, other).items == ()


def _of_agenda(invitation: Invitation, agenda_id: str) -> Invitation:
    return replace(invitation, agenda_id=agenda_id)
