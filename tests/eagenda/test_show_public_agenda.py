"""Showing everybody what the leadership attends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.show_public_agenda import show_public_agenda
from tests.eagenda.leading import Leadership
from tests.eagenda.meeting import Meeting
from tests.eagenda.subscriber import change

if TYPE_CHECKING:
    from flask import Response

    from tests.desk import Desk


@pytest.fixture
def leadership(desk: Desk) -> Leadership:
    return Leadership(desk)


def page(desk: Desk, tag: str = "") -> Response:
    return desk.request(show_public_agenda, headers={"If-None-Match": tag} if tag else {})


def text(desk: Desk) -> str:
    return page(desk).get_data(as_text=True)


def opened(meeting: Meeting) -> Meeting:
    """Let the meeting be public."""
    change(meeting, visibility=Visibility.PUBLIC)
    return meeting


def test_everybody_reads_when_and_where_the_leadership_is(leadership: Leadership) -> None:
    opened(Meeting(leadership.desk, leadership.bupati, leadership.sekda))
    shown = text(leadership.desk)
    for told in (
        "Selasa, 24 November 2026",
        "Rapat Koordinasi SPBE",
        "09.00–10.00 WIB",
        "Aula Majapahit",
        "Bupati (Barra), Sekretaris Daerah (Tedi)",
        "Dinas Diskominfo",
    ):
        assert told in shown


def test_of_other_people_nothing_is_told(leadership: Leadership) -> None:
    meeting = opened(Meeting(leadership.desk, leadership.bupati))
    for name in (meeting.organiser.name, meeting.guest.name, meeting.organiser.id, leadership.bupati.id):
        assert name not in text(leadership.desk)


@pytest.mark.parametrize("visibility", [Visibility.INTERNAL, Visibility.SECRET])
def test_what_is_not_public_is_not_there(leadership: Leadership, visibility: Visibility) -> None:
    change(Meeting(leadership.desk, leadership.bupati), visibility=visibility)
    assert "Rapat Koordinasi SPBE" not in text(leadership.desk)


def test_a_public_agenda_that_none_of_them_attends_is_not_the_leaderships(leadership: Leadership) -> None:
    opened(Meeting(leadership.desk))
    assert "Belum ada agenda terbuka" in text(leadership.desk)


def test_it_reaches_from_today_to_thirty_days_ahead(leadership: Leadership) -> None:
    desk = leadership.desk
    for days, title in ((30, "Rapat dekat"), (31, "Rapat jauh")):
        opened(Meeting(desk, leadership.bupati, title=title, starts_at=desk.clock.now() + timedelta(days=days)))
    assert ("Rapat dekat" in text(desk), "Rapat jauh" in text(desk)) == (True, False)
    desk.clock.pass_(days=31)
    assert ("Rapat dekat" in text(desk), "Rapat jauh" in text(desk)) == (False, True)


def test_what_was_called_off_says_so_without_its_reason(leadership: Leadership) -> None:
    meeting = opened(Meeting(leadership.desk, leadership.bupati))
    meeting.cancel("Bupati sakit")
    shown = text(leadership.desk)
    assert "Dibatalkan" in shown
    assert "Bupati sakit" not in shown


def test_a_title_is_text_and_nothing_else(leadership: Leadership) -> None:
    opened(Meeting(leadership.desk, leadership.bupati, title="<script>alert(1)</script>"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text(leadership.desk)
    assert "<script" not in text(leadership.desk)


def test_anybody_may_keep_it_for_five_minutes_and_is_not_sent_it_twice(leadership: Leadership) -> None:
    first = page(leadership.desk)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert page(leadership.desk, first.headers["ETag"]).status_code == 304
