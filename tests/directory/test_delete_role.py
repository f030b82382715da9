"""Deleting a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.delete_role import RoleToDelete, delete_role
from functions.directory.domain.roles import RoleInUse, RoleOfRelease
from shared.accounts.proof import ProofNeeded
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing

if TYPE_CHECKING:
    from tests.directory.roles import Roles


def delete(roles: Roles, role_id: str, version: int = 1) -> None:
    roles.desk.call(delete_role, RoleToDelete(role_id, version), by=roles.admin)


def test_a_deleted_role_is_in_no_list_and_its_name_is_free(roles: Roles) -> None:
    delete(roles, roles.add("Petugas protokol"))
    again = roles.add("Petugas protokol")
    with pytest.raises(RecordMissing):
        delete(roles, "none")
    assert roles.listed(again).positions == 0


def test_a_role_that_positions_have_is_refused_with_their_names(roles: Roles) -> None:
    role_id = roles.add("Petugas protokol", Permission.ORGANISE_AGENDA)
    for name in ("kiki", "lala", "mira", "nana"):
        roles.hold(name, role_id)
    with pytest.raises(RoleInUse) as refused:
        delete(roles, role_id)
    assert "Jabatan Kiki, Jabatan Lala, Jabatan Mira dan jabatan lain" in refused.value.detail
    assert roles.rights("kiki") == {Permission.ORGANISE_AGENDA}


def test_a_role_of_the_release_would_be_there_again_and_is_kept(roles: Roles) -> None:
    with pytest.raises(RoleOfRelease):
        delete(roles, "admin-opd", version=0)


def test_a_role_that_somebody_changed_meanwhile_is_not_deleted(roles: Roles) -> None:
    role_id = roles.add("Petugas protokol")
    roles.edit(role_id, Permission.ATTEND, by=roles.other)
    with pytest.raises(Stale):
        delete(roles, role_id)


def test_who_left_the_desk_a_while_ago_proves_first_that_it_is_still_they(roles: Roles) -> None:
    role_id = roles.add("Petugas protokol")
    roles.desk.clock.pass_(minutes=6)
    with pytest.raises(ProofNeeded):
        delete(roles, role_id)
