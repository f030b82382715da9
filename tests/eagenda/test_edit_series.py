"""Editing a series from one of its days on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.add_room import add_room
from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.plan import Plan
from functions.eagenda.domain.room import RoomFacts, RoomTaken
from functions.eagenda.domain.series import SeriesInWork
from functions.eagenda.edit_agenda import edit_agenda
from functions.eagenda.edit_series import edit_series
from functions.eagenda.series import SERIES_CHANGES
from shared.jobs.job import JobState
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.meeting import ALL, Meeting
from tests.eagenda.repeating import AN_HOUR, FIRST, MOVED, Repeating, edit_as, edit_onwards, hours

if TYPE_CHECKING:
    from tests.desk import Desk


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def test_this_day_and_those_after_it_move_and_earlier_ones_never(repeating: Repeating) -> None:
    created = repeating.create()
    first, second, *_ = repeating.agendas(created.id)
    edited = edit_onwards(
        repeating, second, starts_at=second.starts_at + AN_HOUR, ends_at=second.ends_at + AN_HOUR, **MOVED
    )
    assert (edited.later_count, edited.already) == (2, False)
    assert hours(repeating, created.id) == ["30/11 00", "07/12 01", "14/12 01", "21/12 01"]
    assert repeating.agendas(created.id)[0] == first
    assert [it.opens_at for it in repeating.agendas(created.id)[1:]] == [
        it.starts_at - timedelta(minutes=30) for it in repeating.agendas(created.id)[1:]
    ]
    job = repeating.job(edited.job_id)
    assert (job.state, job.changed) == (JobState.COMPLETED, 2)
    assert repeating.desk.found(SERIES_CHANGES, edited.job_id) is None


def test_days_on_which_the_room_is_taken_are_named_before_anything_changes(repeating: Repeating) -> None:
    desk = repeating.desk
    keeper = desk.employee("Sekar", Permission.MANAGE_OFFICE)
    room = desk.call(add_room, RoomFacts("Ruang Satya", 50, "", is_shared=True), by=keeper).id
    other = FIRST + timedelta(days=14, hours=1)
    taken = Plan("Rapat lain", "Ruang Satya", other, other + AN_HOUR, (repeating.guest.id,), room_id=room)
    desk.call(create_agenda, taken, by=repeating.organiser)
    created = repeating.create(room_id=room)
    first = repeating.agendas(created.id)[0]
    with pytest.raises(RoomTaken) as refused:
        edit_onwards(repeating, first, starts_at=first.starts_at + AN_HOUR, ends_at=first.ends_at + AN_HOUR, **MOVED)
    assert refused.value.facts["dates"] == ["2026-12-14"]
    assert hours(repeating, created.id) == ["30/11 00", "07/12 00", "14/12 00", "21/12 00"]


def test_the_same_edit_again_changes_nothing(repeating: Repeating) -> None:
    created = repeating.create()
    first = repeating.agendas(created.id)[0]
    edit_onwards(repeating, first, title="Apel")
    assert edit_onwards(repeating, first, title="Apel").already


def test_one_change_after_the_other(repeating: Repeating) -> None:
    created = repeating.create(deliver=False)
    [first] = repeating.agendas(created.id)
    with pytest.raises(SeriesInWork):
        edit_as(repeating, edit_series, first, title="Apel")
    repeating.desk.deliver()
    edit_as(repeating, edit_series, first, title="Apel")
    with pytest.raises(SeriesInWork):
        edit_as(repeating, edit_series, first, title="Apel pagi")


def test_what_another_changed_meanwhile_is_stale(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    edit_as(repeating, edit_agenda, first, title="Apel")
    with pytest.raises(Stale):
        edit_as(repeating, edit_series, first, version=repeating.version(first.id) - 1, title="Apel pagi")


def test_a_move_without_a_reason_and_an_agenda_without_a_series_are_refused(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    with pytest.raises(InvalidField):
        edit_onwards(repeating, first, place="Aula")
    alone = Meeting(repeating.desk).agenda()
    with pytest.raises(RecordMissing):
        edit_onwards(repeating, alone, title="Apel")


def test_only_the_organisers_office_changes_a_series(repeating: Repeating) -> None:
    first = repeating.agendas(repeating.create().id)[0]
    above = repeating.desk.employee("Gatot", *ALL, organisation="setda")
    with pytest.raises(NotOrganiser):
        edit_as(repeating, edit_series, first, by=above, title="Apel")
    with pytest.raises(RecordMissing):
        edit_as(repeating, edit_series, first, by=repeating.guest, title="Apel")
