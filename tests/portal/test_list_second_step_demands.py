"""Which roles demand a second step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.list_second_step_demands import list_second_step_demands
from shared.directory.standing import ROLES, Role
from tests.portal.offices import make_office

if TYPE_CHECKING:
    from tests.desk import Desk


def test_all_roles_are_listed_in_order_of_name(desk: Desk) -> None:
    office = make_office(desk)
    desk.given(ROLES, Role("bendahara", "Bendahara", (), demands_second_step=True))
    found = desk.call(list_second_step_demands, by=office.administrator).items
    names = [it.name for it in found]
    assert names == sorted(names)
    assert {"Bendahara", "Budi", "Dewi", "Fajar"} <= set(names)
    assert [it.role_id for it in found if it.demanded] == ["bendahara"]
