"""Changing what a role allows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.roles import RoleNameTaken
from functions.directory.edit_role import RoleToEdit, edit_role
from shared.accounts.administrators import LastAdministrator
from shared.accounts.proof import ProofNeeded
from shared.directory.base_roles import BASE_ROLES
from shared.directory.model import PERSONS, Person
from shared.directory.standing import ROLES, Role
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.roles import Roles

READ = Permission.READ_DIRECTORY


def test_everybody_who_has_the_role_may_do_what_it_allows_at_their_next_call(roles: Roles) -> None:
    roles.edit("pegawai", Permission.ATTEND, Permission.ORGANISE_AGENDA)
    assert roles.rights("eko") == {Permission.ATTEND, Permission.ORGANISE_AGENDA}
    roles.edit("pegawai", Permission.ORGANISE_AGENDA)
    assert roles.rights("eko") == {Permission.ORGANISE_AGENDA}


def test_what_a_release_adds_to_its_role_reaches_an_office_that_changed_it(roles: Roles) -> None:
    roles.edit("admin-opd", READ, Permission.ATTEND)
    stored = roles.desk.found(ROLES, "admin-opd")
    assert stored is not None
    assert (stored.permissions, stored.withheld) == ((Permission.ATTEND,), (Permission.MANAGE_OFFICE,))


def test_a_role_that_an_earlier_release_stored_allows_what_this_one_gives_it_too(roles: Roles) -> None:
    roles.desk.given(ROLES, Role("administrator", "Administrator kabupaten", (READ,)))
    roles.hold("indra", "administrator")
    assert roles.rights("indra") == BASE_ROLES["administrator"].permissions


def test_a_name_is_changed_and_stays_one_roles_name(roles: Roles) -> None:
    role_id = roles.add("Petugas protokol")
    roles.desk.call(edit_role, RoleToEdit(role_id, "Protokol", (), 1), by=roles.admin)
    assert roles.listed(role_id).name == "Protokol"
    with pytest.raises(RoleNameTaken):
        roles.desk.call(edit_role, RoleToEdit(role_id, "Pegawai", (), 2), by=roles.admin)


def test_whoever_saw_an_older_version_is_told(roles: Roles) -> None:
    roles.edit("pegawai", READ)
    with pytest.raises(Stale):
        roles.edit("pegawai", by=roles.other, version=0)


def test_it_asks_for_a_fresh_proof(roles: Roles) -> None:
    roles.desk.clock.pass_(minutes=5, seconds=1)
    with pytest.raises(ProofNeeded):
        roles.edit("role-wulan", READ)


def test_a_role_that_is_not_there_is_missing(roles: Roles) -> None:
    with pytest.raises(RecordMissing):
        roles.desk.call(edit_role, RoleToEdit("none", "Tidak ada", (), 0), by=roles.admin)


def test_the_last_role_by_which_somebody_may_give_rights_keeps_that_right(roles: Roles) -> None:
    roles.edit("role-wulan", READ)
    with pytest.raises(LastAdministrator):
        roles.edit("role-yoga", READ, by=roles.other)
    roles.edit("role-yoga", Permission.MANAGE_ROLES, by=roles.other)


def test_a_role_that_nobody_holds_or_only_the_suspended_saves_nobody(roles: Roles) -> None:
    roles.edit("role-wulan", READ)
    roles.add("Cadangan", Permission.MANAGE_ROLES)
    roles.hold("joko", "administrator")
    roles.desk.given(PERSONS, Person("p-joko", "Joko", suspended=True))
    with pytest.raises(LastAdministrator):
        roles.edit("role-yoga", READ, by=roles.other)


def test_two_administrators_cannot_take_it_from_each_other_at_once(roles: Roles) -> None:
    def take(role_id: str, by: Actor) -> bool:
        try:
            roles.desk.call(edit_role, RoleToEdit(role_id, role_id, (READ,), 1), by=by)
        except LastAdministrator:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        wulan = both.submit(take, "role-wulan", roles.other)
        yoga = both.submit(take, "role-yoga", roles.admin)
    assert sorted([wulan.result(), yoga.result()]) == [False, True]
    assert Permission.MANAGE_ROLES in roles.rights("wulan") | roles.rights("yoga")


def test_who_left_the_desk_a_while_ago_proves_first_that_it_is_still_they(roles: Roles) -> None:
    roles.desk.clock.pass_(minutes=6)
    with pytest.raises(ProofNeeded):
        roles.edit("pegawai")
