"""Showing the hall's screen, by its display token."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.domain.presented_code import CodeExpired
from functions.eagenda.list_attendance import list_attendance
from functions.eagenda.open_hall import HallOfAgenda, open_hall
from functions.eagenda.record_attendance import record_attendance
from functions.eagenda.show_hall import show_hall
from functions.portal.show_profile import show_profile
from shared.permissions import Permission
from shared.rules.calendar import parse_rfc3339, rfc3339
from tests.eagenda.locating import asking
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk


def display(meeting: Meeting) -> str:
    """Return the token of the hall's screen."""
    token: str = meeting.desk.call(open_hall, HallOfAgenda(meeting.id), by=meeting.organiser).display_token
    return token


def hall(meeting: Meeting, token: str) -> dict[str, Any]:
    """Return what the screen gets."""
    response = meeting.desk.request(show_hall, token=token)
    assert response.status_code == 200
    shown: dict[str, Any] = response.get_json()
    return shown


def test_the_screen_shows_its_agenda_and_how_many_are_present(meeting: Meeting) -> None:
    Meeting(meeting.desk, title="Rapat lain")
    token = display(meeting)
    assert hall(meeting, token)["present_count"] == 0

    meeting.scan(meeting.guest)

    shown = hall(meeting, token)
    assert (shown["agenda_id"], shown["title"], shown["place"]) == (
        meeting.id,
        "Rapat Koordinasi SPBE",
        "Aula Majapahit",
    )
    assert (shown["present_count"], shown["invited_count"], shown["state"]) == (1, 1, "scheduled")
    assert (shown["opens_at"], shown["closes_at"]) == (rfc3339(meeting.opens_at), rfc3339(meeting.ends_at))


def test_the_screen_holds_twenty_codes_of_ten_minutes_the_present_one_first(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(seconds=17)
    codes = hall(meeting, display(meeting))["codes"]

    starts = [parse_rfc3339(code["starts_at"]) for code in codes]
    assert starts == [meeting.opens_at + timedelta(seconds=30 * number) for number in range(20)]
    assert codes[0]["link"] == f"https://trowulan.example/h/{meeting.id}#{meeting.code()}"
    assert codes[0]["short_code"] == meeting.short_code()


def test_the_code_of_a_meeting_that_asks_for_positions_says_so(desk: Desk) -> None:
    meeting = asking(desk)
    link = hall(meeting, display(meeting))["codes"][0]["link"]
    assert link == f"https://trowulan.example/h/{meeting.id}?lokasi#{meeting.code()}"


@pytest.mark.parametrize("number", [0, 1, 10, 19])
def test_each_code_is_accepted_at_its_time_and_not_before(meeting: Meeting, number: int) -> None:
    shown = hall(meeting, display(meeting))["codes"][number]
    code = shown["link"].partition("#")[2]
    starts_at = parse_rfc3339(shown["starts_at"])

    meeting.desk.clock.set(starts_at - timedelta(microseconds=1))
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, code)
    meeting.desk.clock.set(starts_at)
    assert not meeting.scan(meeting.guest, code).already


def test_the_secret_is_nowhere_in_what_the_screen_gets(meeting: Meeting) -> None:
    response = meeting.desk.request(show_hall, token=display(meeting))
    assert meeting.secret().reveal() not in response.get_data(as_text=True)
    assert len(meeting.secret().reveal()) > 40


def test_names_are_shown_only_if_the_organiser_allowed_it(desk: Desk) -> None:
    quiet, open_ = Meeting(desk), Meeting(desk, show_names=True)
    for meeting in (quiet, open_):
        meeting.scan(meeting.guest)

    assert hall(quiet, display(quiet))["latest_names"] == []
    assert hall(open_, display(open_))["latest_names"] == ["Aditya"]


def test_the_five_latest_names_are_shown_the_latest_first(desk: Desk) -> None:
    people = [desk.employee(f"Hadirin {number}", Permission.ATTEND) for number in range(6)]
    meeting = Meeting(desk, *people, show_names=True)
    for person in people:
        desk.clock.pass_(seconds=1)
        meeting.scan(person)

    assert hall(meeting, display(meeting))["latest_names"] == [f"Hadirin {number}" for number in (5, 4, 3, 2, 1)]


def test_guests_are_counted_beside_those_invited_and_never_named(desk: Desk) -> None:
    meeting = Meeting(desk, show_names=True, admit_guests=True)
    token = display(meeting)
    assert hall(meeting, token)["guest_count"] == 0

    meeting.write_down("Bu Ratna")

    shown = hall(meeting, token)
    assert (shown["present_count"], shown["invited_count"], shown["guest_count"]) == (0, 1, 1)
    assert "Bu Ratna" not in repr(shown)


def test_there_are_no_codes_once_the_meeting_is_cancelled_closed_or_over(desk: Desk) -> None:
    cancelled, closed, over = Meeting(desk), Meeting(desk), Meeting(desk)
    tokens = {meeting: display(meeting) for meeting in (cancelled, closed, over)}
    cancelled.cancel()
    closed.close()
    desk.clock.set(over.ends_at)

    shown = {meeting: hall(meeting, token) for meeting, token in tokens.items()}

    assert [it["codes"] for it in shown.values()] == [[], [], []]
    assert [it["state"] for it in shown.values()] == ["cancelled", "closed", "scheduled"]


def test_an_unchanged_screen_is_not_sent_again(meeting: Meeting) -> None:
    token = display(meeting)
    first = meeting.desk.request(show_hall, token=token)
    meeting.desk.clock.pass_(seconds=1)

    again = meeting.desk.request(show_hall, token=token, headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_a_display_token_opens_nothing_else(meeting: Meeting) -> None:
    token, desk = display(meeting), meeting.desk
    answers = [
        desk.request(record_attendance, json_body={"agenda_id": meeting.id, "code": meeting.code()}, token=token),
        desk.request(list_attendance, params={"agenda_id": meeting.id}, token=token),
        desk.request(show_profile, token=token),
        desk.request(open_hall, json_body={"agenda_id": meeting.id}, token=token),
    ]
    assert [answer.status_code for answer in answers] == [401] * 4


def test_neither_an_access_token_nor_none_opens_the_hall(meeting: Meeting) -> None:
    for token in (meeting.desk.token(meeting.organiser), "", "palsu", display(meeting)[:-1]):
        response = meeting.desk.request(show_hall, token=token)
        assert (response.status_code, response.get_json()["type"]) == (401, "/problems/not-signed-in")


def test_the_screen_goes_dark_an_hour_after_the_closing(meeting: Meeting) -> None:
    token = display(meeting)
    meeting.desk.clock.set(meeting.ends_at + timedelta(minutes=59))
    assert hall(meeting, token)["codes"] == []

    meeting.desk.clock.set(meeting.ends_at + timedelta(hours=1))
    assert meeting.desk.request(show_hall, token=token).status_code == 401


def test_the_hall_of_an_agenda_that_does_not_exist_is_missing(desk: Desk) -> None:
    now = desk.clock.now()
    token = desk.identity.display_token("tidak-ada", now, now + timedelta(hours=1)).text
    assert desk.request(show_hall, token=token).status_code == 404
