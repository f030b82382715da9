"""A position and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.show_position import PositionOnDay, show_position
from shared.directory.model import APPOINTMENTS
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.appointment import Appointment, AppointmentKind
from tests.directory.posts import TODAY, TOMORROW, YESTERDAY

if TYPE_CHECKING:
    from tests.directory.posts import Posts


def test_its_history_tells_who_held_it_on_which_day(posts: Posts) -> None:
    posts.appoint(starts_on=YESTERDAY, ends_on=TODAY)
    posts.appoint(1, starts_on=TOMORROW)

    assert [(it.name, it.holds) for it in posts.shown().holders] == [("Calon 1", False), ("Calon 0", True)]
    assert [(it.name, it.holds) for it in posts.shown(TOMORROW).holders] == [("Calon 1", True), ("Calon 0", False)]


def test_appointments_of_earlier_data_are_part_of_it_and_still_hold_the_post(posts: Posts) -> None:
    posts.desk.given(APPOINTMENTS, Appointment(posts.id, "p-0", AppointmentKind.DEFINITIF, YESTERDAY))

    assert [it.name for it in posts.shown().holders] == ["Calon 0"]
    assert not posts.shown().vacant


def test_a_position_that_nobody_ever_held_is_vacant(posts: Posts) -> None:
    assert (posts.shown().holders, posts.shown().vacant, posts.shown().title) == ((), True, "Sekretaris Camat")


def test_a_position_that_does_not_exist_is_not_found(posts: Posts) -> None:
    with pytest.raises(RecordMissing):
        posts.desk.call(show_position, PositionOnDay("none"), by=posts.admin)


def test_who_may_not_read_the_directory_sees_no_position(posts: Posts) -> None:
    staff = posts.desk.employee("Eko", Permission.ATTEND)
    response = posts.desk.request(show_position, params={"position_id": posts.id}, token=posts.desk.token(staff))
    assert response.status_code == 403
