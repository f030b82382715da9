"""A role of the office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.roles import RoleNameTaken
from shared.accounts.proof import ProofNeeded
from shared.permissions import Permission

if TYPE_CHECKING:
    from tests.directory.roles import Roles


def test_a_position_that_is_given_the_new_role_brings_what_it_allows(roles: Roles) -> None:
    roles.hold("hesti", roles.add("Petugas protokol", Permission.ORGANISE_AGENDA, Permission.READ_DIRECTORY))
    assert roles.rights("hesti") == {Permission.ORGANISE_AGENDA, Permission.READ_DIRECTORY}


def test_a_role_may_allow_nothing_yet(roles: Roles) -> None:
    assert roles.listed(roles.add("Calon peran")).permissions == ()


def test_two_roles_of_one_name_could_not_be_told_apart(roles: Roles) -> None:
    roles.add("Petugas protokol")
    for taken in ("petugas PROTOKOL", "Pegawai"):
        with pytest.raises(RoleNameTaken):
            roles.add(taken)


def test_who_left_the_desk_a_while_ago_proves_first_that_it_is_still_they(roles: Roles) -> None:
    roles.desk.clock.pass_(minutes=6)
    with pytest.raises(ProofNeeded):
        roles.add("Petugas protokol")
