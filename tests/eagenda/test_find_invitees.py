"""Finding whole groups of people to invite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import MOST_INVITED
from functions.eagenda.domain.invitees import Group
from functions.eagenda.find_invitees import FoundInvitees, GroupToInvite, find_invitees
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.inviting import TODAY, Offices
from tests.eagenda.meeting import ALL

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def dewi(desk: Desk) -> Actor:
    Offices(desk)
    return desk.employee("Dewi", *ALL, organisation="bapenda")


def find(desk: Desk, by: Actor, group: Group, organisation_id: str = "") -> FoundInvitees:
    answer: FoundInvitees = desk.call(find_invitees, GroupToInvite(group, organisation_id, TODAY), by=by)
    return answer


def people(found: FoundInvitees) -> set[str]:
    return {it.person_id for it in found.items}


def test_an_office_is_all_its_people_and_those_of_the_units_below(desk: Desk, dewi: Actor) -> None:
    found = find(desk, dewi, Group.EMPLOYEES, "dinsos")
    assert people(found) == {"p-sri", "p-budi", "p-tono", "p-ratih"}
    assert {it.position_id for it in found.items} == {""}


def test_its_head_is_whoever_holds_its_highest_post(desk: Desk, dewi: Actor) -> None:
    [head] = find(desk, dewi, Group.HEAD, "dinsos").items
    assert (head.name, head.position_title, head.position_id) == ("Sri", "Kepala Dinas Sosial", "dinsos-kepala")


def test_all_camat_are_found_at_once_and_a_vacant_post_is_named(desk: Desk, dewi: Actor) -> None:
    found = find(desk, dewi, Group.CAMAT)
    assert people(found) == {"p-joko"}
    assert [(it.position_id, it.title) for it in found.vacant] == [("jetis-camat", "Camat Jetis")]


def test_heads_of_opd_are_those_of_offices_that_stand_below_none(desk: Desk, dewi: Actor) -> None:
    found = find(desk, dewi, Group.OPD_HEADS)
    assert people(found) == {"p-sri"}
    assert [(it.position_id, it.organisation_name) for it in found.vacant] == [("", "Dinas Bapenda")]


def test_an_office_of_more_than_an_agenda_holds_is_refused(desk: Desk, dewi: Actor) -> None:
    offices = Offices(desk)
    offices.hold_together("dinsos-staf", *offices.crowd(MOST_INVITED))
    with pytest.raises(InvalidField):
        find(desk, dewi, Group.EMPLOYEES, "dinsos")


def test_an_office_that_does_not_exist_is_missing(desk: Desk, dewi: Actor) -> None:
    with pytest.raises(RecordMissing):
        find(desk, dewi, Group.HEAD, "dinas-siapa")
