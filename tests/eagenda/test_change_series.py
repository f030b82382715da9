"""The job that lets the later days of a series follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.add_room import add_room
from functions.eagenda.domain.room import RoomFacts
from functions.eagenda.edit_agenda import edit_agenda
from functions.eagenda.rooms import OF_ROOM, ROOM_SLOTS
from shared.permissions import Permission
from tests.eagenda.repeating import A_DAY, AN_HOUR, MOVED, Repeating, edit_as, edit_onwards, hours

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def test_a_day_that_was_edited_alone_keeps_its_own_and_takes_the_rest(repeating: Repeating) -> None:
    created = repeating.create()
    first, _, third, _ = repeating.agendas(created.id)
    edit_as(repeating, edit_agenda, third, starts_at=third.starts_at + A_DAY, ends_at=third.ends_at + A_DAY, **MOVED)
    edited = edit_onwards(
        repeating, first, starts_at=first.starts_at + AN_HOUR, ends_at=first.ends_at + AN_HOUR, title="Apel", **MOVED
    )
    assert hours(repeating, created.id) == ["30/11 01", "07/12 01", "15/12 00", "21/12 01"]
    assert {it.title for it in repeating.agendas(created.id)} == {"Apel"}
    assert repeating.job(edited.job_id).changed == 3


def test_the_series_can_move_to_another_day_of_the_week_also_in_its_room(repeating: Repeating) -> None:
    desk = repeating.desk
    keeper = desk.employee("Sekar", Permission.MANAGE_OFFICE)
    room = desk.call(add_room, RoomFacts("Ruang Satya", 50, "", is_shared=True), by=keeper).id
    created = repeating.create(room_id=room)
    first, second, *_ = repeating.agendas(created.id)
    edit_onwards(repeating, second, starts_at=second.starts_at + A_DAY, ends_at=second.ends_at + A_DAY, **MOVED)
    assert repeating.dates(created.id) == ["30/11", "08/12", "15/12", "22/12"]
    held = sorted({it.starts_at.date() for it in desk.all(ROOM_SLOTS, OF_ROOM, room)})
    assert held == [it.starts_at.date() for it in repeating.agendas(created.id)]
    assert first.room is not None
