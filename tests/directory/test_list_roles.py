"""The list of roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.list_roles import list_roles
from shared.directory.base_roles import BASE_ROLES
from shared.permissions import Permission

if TYPE_CHECKING:
    from tests.directory.roles import Roles


def test_the_roles_of_the_release_are_there_before_anybody_stored_one(roles: Roles) -> None:
    listed = roles.desk.call(list_roles, by=roles.admin).items
    assert {it.id for it in listed if it.is_base} == set(BASE_ROLES)
    assert [it.name for it in listed] == sorted(it.name for it in listed)
    assert (roles.listed("pegawai").permissions, roles.listed("pegawai").version) == ((Permission.ATTEND,), 0)


def test_a_role_tells_how_many_positions_have_it(roles: Roles) -> None:
    roles.hold("fitri", "pegawai", "penyelenggara")
    assert [roles.listed(it).positions for it in ("pegawai", "penyelenggara", "admin-opd")] == [2, 1, 0]


def test_who_does_not_manage_roles_sees_none(roles: Roles) -> None:
    token = roles.desk.token(roles.desk.employee("Gilang", Permission.MANAGE_OFFICE))
    assert roles.desk.request(list_roles, token=token).status_code == 403
