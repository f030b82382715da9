"""Getting the form for guests in exchange for the hall's code."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver
from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.show_guest_form import show_guest_form
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk

INSTANT = timedelta(microseconds=1)


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk, admit_guests=True)


def test_whoever_shows_the_code_gets_ten_minutes_and_is_told_whose_form_it_is(meeting: Meeting) -> None:
    form = meeting.form()

    assert form.until == meeting.desk.clock.now() + timedelta(minutes=10)
    assert (form.agenda_title, form.place) == ("Rapat Koordinasi SPBE", "Aula Majapahit")
    assert (form.organiser_name, form.organisation_name) == ("Dewi", "Dinas Diskominfo")
    assert form.telephone_kept_days == 30


def test_the_form_writes_nothing(meeting: Meeting) -> None:
    before = len(meeting.desk.journal())
    meeting.form()
    assert (meeting.guests(), meeting.refused(), len(meeting.desk.journal())) == ([], [], before)


def test_each_form_has_a_ticket_of_its_own(meeting: Meeting) -> None:
    assert meeting.form().ticket != meeting.form().ticket


@pytest.mark.parametrize("late", [timedelta(0), timedelta(seconds=60) - INSTANT])
def test_the_code_of_the_current_and_of_the_previous_slot_opens_the_form(meeting: Meeting, late: timedelta) -> None:
    code = meeting.code()
    meeting.desk.clock.set(meeting.desk.clock.now() + late)
    assert meeting.form(code).ticket


def refused(meeting: Meeting, agenda_id: str, code: str) -> dict[str, object]:
    """Return the problem that comes instead of a form, but for its number."""
    body = {"agenda_id": agenda_id, "code": code}
    problem: dict[str, object] = meeting.desk.request(show_guest_form, json_body=body).get_json()
    del problem["instance"]
    return problem


def test_nothing_tells_an_agenda_without_guests_from_a_wrong_code_or_from_no_agenda(
    desk: Desk, meeting: Meeting
) -> None:
    closed_to_guests = Meeting(desk)

    answers = [
        refused(meeting, closed_to_guests.id, closed_to_guests.code()),
        refused(meeting, closed_to_guests.id, "tebakan"),
        refused(meeting, meeting.id, "tebakan"),
        refused(meeting, meeting.id, closed_to_guests.code()),
        refused(meeting, "tidak-ada", meeting.code()),
        refused(meeting, "../a", "k\u00f3de"),
    ]

    assert answers == [answers[0]] * len(answers)
    assert (answers[0]["status"], answers[0]["type"]) == (410, "/problems/code-expired")


@pytest.mark.parametrize("late", [timedelta(seconds=60), timedelta(hours=1), -INSTANT])
def test_the_code_of_an_older_or_a_coming_slot_opens_nothing(meeting: Meeting, late: timedelta) -> None:
    code = meeting.code()
    meeting.desk.clock.set(meeting.desk.clock.now() + late)
    with pytest.raises(CodeExpired):
        meeting.form(code)


def test_before_the_opening_the_guest_is_told_when_it_is(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.opens_at - INSTANT)
    with pytest.raises(AttendanceNotOpen) as refusal:
        meeting.form()
    assert refusal.value.facts == {"opens_at": meeting.opens_at}


def test_after_the_closing_the_guest_is_told_whom_to_ask(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AttendanceOver) as refusal:
        meeting.form()
    assert refusal.value.facts["organiser_name"] == "Dewi"


def test_a_cancelled_agenda_says_why(meeting: Meeting) -> None:
    meeting.cancel("Hujan lebat")
    with pytest.raises(AgendaIsCancelled) as refusal:
        meeting.form()
    assert refusal.value.facts == {"reason": "Hujan lebat"}


def test_a_hall_behind_one_address_is_served_and_a_flood_is_not(meeting: Meeting) -> None:
    # What is no link is counted too, and answered fast enough to see the bound.
    statuses = [meeting.desk.request(show_guest_form, json_body={}).status_code for _ in range(330)]
    assert statuses[:300] == [422] * 300
    assert 429 in statuses


def test_what_is_no_link_is_invalid(meeting: Meeting) -> None:
    response = meeting.desk.request(show_guest_form, json_body={"agenda_id": meeting.id, "code": True})
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/code")
