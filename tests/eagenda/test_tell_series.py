"""Those invited to a series hear of what changes once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.invite_people import PeopleToInvite, invite_people
from functions.eagenda.records import INVITATIONS
from tests.eagenda.meeting import ALL
from tests.eagenda.repeating import MOVED, Repeating, edit_onwards

if TYPE_CHECKING:
    from tests.desk import Desk


# The answer is the same on both stores: what they hold differently is tried where it is written.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


@pytest.fixture
def repeating(desk: Desk) -> Repeating:
    return Repeating(desk)


def test_those_invited_are_told_once_that_the_series_moved(repeating: Repeating) -> None:
    created = repeating.create()
    agenda = repeating.agendas(created.id)[0]
    edit_onwards(repeating, agenda, place="Aula", **MOVED)
    assert repeating.told() == ["series-moved", "series-invited"]
    assert {it.place for day in repeating.agendas(created.id) for it in repeating.invitations(day.id)} == {"Aula"}


def test_of_a_day_with_many_those_told_in_a_later_part_hear_of_the_series_alone_too(repeating: Repeating) -> None:
    created = repeating.create()
    agendas = repeating.agendas(created.id)
    [own] = repeating.invitations(agendas[2].id)
    repeating.desk.given(INVITATIONS, *(replace(own, person_id=f"p-a{number:03}") for number in range(60)))
    edit_onwards(repeating, agendas[0], place="Aula", **MOVED)
    assert repeating.told() == ["series-moved", "series-invited"]


def test_who_is_invited_to_one_later_day_alone_is_told_of_that_day(repeating: Repeating) -> None:
    created = repeating.create()
    first, _, third, _ = repeating.agendas(created.id)
    alone = repeating.desk.employee("Sari", *ALL, organisation="bapenda")
    repeating.desk.call(invite_people, PeopleToInvite(third.id, (alone.id,)), by=repeating.organiser)
    edit_onwards(repeating, first, place="Aula", **MOVED)
    assert repeating.told(alone) == ["agenda-moved", "agenda-invited"]
