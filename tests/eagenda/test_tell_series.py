"""Those invited to a series hear of what changes once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.invite_people import PeopleToInvite, invite_people
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


def test_who_is_invited_to_one_later_day_alone_is_told_of_that_day(repeating: Repeating) -> None:
    created = repeating.create()
    first, _, third, _ = repeating.agendas(created.id)
    alone = repeating.desk.employee("Sari", *ALL, organisation="bapenda")
    repeating.desk.call(invite_people, PeopleToInvite(third.id, (alone.id,)), by=repeating.organiser)
    edit_onwards(repeating, first, place="Aula", **MOVED)
    assert repeating.told(alone) == ["agenda-moved", "agenda-invited"]
