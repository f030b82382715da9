"""Publishing a series of agendas."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.eagenda.add_room import add_room
from functions.eagenda.create_agenda import create_agenda
from functions.eagenda.domain.plan import Plan
from functions.eagenda.domain.room import RoomFacts, RoomTaken
from functions.eagenda.records import QR_SECRETS
from functions.eagenda.rooms import OF_ROOM, ROOM_SLOTS
from shared.events.eagenda import AgendaScheduled
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.rules.calendar import wib_date
from shared.tasks.task import TASKS, TaskKind, task_id
from tests.eagenda.repeating import FIRST, Repeating

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def test_each_day_is_an_agenda_of_its_own_that_knows_its_series(repeating: Repeating) -> None:
    created = repeating.create()
    agendas = repeating.agendas(created.id)
    assert (created.day_count, created.invited_count) == (4, 1)
    assert repeating.dates(created.id) == ["30/11", "07/12", "14/12", "21/12"]
    assert agendas[0].id == created.agenda_id
    assert [it.series.day for it in agendas if it.series] == [wib_date(it.starts_at) for it in agendas]
    assert {it.invited_count for it in agendas} == {1}
    secrets = {repeating.desk.found(QR_SECRETS, it.id) for it in agendas}
    assert len(secrets) == 4
    assert None not in secrets


def test_those_invited_are_told_once_and_asked_once(repeating: Repeating) -> None:
    created = repeating.create()
    assert repeating.told() == ["series-invited"]
    asked = [
        repeating.desk.found(TASKS, task_id(TaskKind.INVITATION, f"{it.id}:{repeating.guest.id}"))
        for it in repeating.agendas(created.id)
    ]
    assert [it is not None for it in asked] == [True, False, False, False]


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_holidays_and_cuti_bersama_are_skipped_where_that_is_wanted(repeating: Repeating) -> None:
    # 24 December 2026 is cuti bersama, 25 December Natal.
    eve = FIRST + timedelta(days=23)
    daily = repeating.create("FREQ=DAILY;COUNT=5", starts_at=eve, ends_at=eve + timedelta(hours=1), skip_days_off=True)
    assert repeating.dates(daily.id) == ["23/12", "26/12", "27/12"]


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_a_day_that_the_organiser_takes_out_is_not_made(repeating: Repeating) -> None:
    created = repeating.create(excluded=(wib_date(FIRST + timedelta(days=7)),))
    assert repeating.dates(created.id) == ["30/11", "14/12", "21/12"]


@pytest.mark.parametrize(
    ("pointer", "changed"),
    [
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO"}),
        ("/rule", {"rule": "FREQ=WEEKLY;BYDAY=MO;COUNT=1"}),
        ("/invited", {"invited": ()}),
        ("/invited", {"invited": ("nobody",)}),
        ("/online_link", {"online_link": "https://"}),
    ],
)
@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_a_series_that_says_what_none_may_is_refused(
    repeating: Repeating, pointer: str, changed: dict[str, Any]
) -> None:
    with pytest.raises(InvalidField) as refused:
        repeating.create(**changed)
    assert refused.value.facts["errors"][0]["pointer"] == pointer
    assert repeating.desk.announced(AgendaScheduled) == []


def test_a_room_is_booked_for_each_day_and_days_on_which_it_is_taken_are_named_before(repeating: Repeating) -> None:
    desk = repeating.desk
    room = desk.call(add_room, RoomFacts("Ruang Satya", 50, "", is_shared=True), by=_keeper(desk)).id
    other = FIRST + timedelta(days=14)
    taken = Plan("Rapat lain", "Ruang Satya", other, other + timedelta(hours=1), (repeating.guest.id,), room_id=room)
    desk.call(create_agenda, taken, by=repeating.organiser)

    with pytest.raises(RoomTaken) as refused:
        repeating.create(room_id=room)
    assert refused.value.facts["dates"] == ["2026-12-14"]
    assert "14 Des 2026" in refused.value.detail

    created = repeating.create(room_id=room, excluded=(wib_date(other),))
    held = {it.agenda_id for it in desk.all(ROOM_SLOTS, OF_ROOM, room)}
    assert {it.id for it in repeating.agendas(created.id)} < held
    assert len(held) == 4


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_a_title_with_markup_stays_what_was_typed(repeating: Repeating) -> None:
    title = "<img src=x onerror=alert(1)>"
    assert {it.title for it in repeating.agendas(repeating.create(title=title).id)} == {title}


def _keeper(desk: Desk) -> Any:  # noqa: ANN401 -- an actor
    return desk.employee("Sekar", Permission.MANAGE_OFFICE, Permission.ORGANISE_AGENDA)
