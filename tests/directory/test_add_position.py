"""Adding positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.add_position import PositionToAdd, add_position
from functions.directory.domain.appointing import PostOfTheRegency
from functions.directory.domain.managing import OrganisationOutside
from functions.directory.domain.organisations import OrganisationDissolved
from functions.directory.show_position import PositionOnDay, show_position
from shared.directory.standing import ROLES, Role
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.tree import Tree


def add(tree: Tree, *roles: str, office: str = "trowulan", rank: str = "IV.a", by: Actor | None = None) -> str:
    new = PositionToAdd(office, "Kepala Seksi Pelayanan", rank, roles)
    position_id: str = tree.desk.call(add_position, new, by=by or tree.posts.admin).position_id
    return position_id


def test_a_new_position_is_vacant_and_brings_its_roles(tree: Tree) -> None:
    position_id = add(tree, "role-ani", "role-ani")

    shown = tree.desk.call(show_position, PositionOnDay(position_id), by=tree.posts.admin)
    assert (shown.title, shown.rank_class, shown.vacant, shown.roles, shown.manages) == (
        "Kepala Seksi Pelayanan",
        "IV.a",
        True,
        ("role-ani",),
        True,
    )


def test_an_office_gives_no_position_rights_beyond_itself(tree: Tree) -> None:
    tree.desk.given(ROLES, Role("all", "Administrator kabupaten", (Permission.MANAGE_DIRECTORY,)))
    with pytest.raises(PostOfTheRegency):
        add(tree, "all")
    assert add(tree, "all", by=tree.posts.regency)


def test_an_unknown_role_or_class_is_pointed_at(tree: Tree) -> None:
    with pytest.raises(InvalidField):
        add(tree, "none")
    with pytest.raises(InvalidField):
        add(tree, rank="V.a")


def test_another_office_a_dissolved_one_and_none_get_no_position(tree: Tree) -> None:
    with pytest.raises(OrganisationOutside):
        add(tree, by=tree.posts.other)
    with pytest.raises(RecordMissing):
        add(tree, office="none")
    unit = tree.add()
    tree.dissolve(unit)
    with pytest.raises(OrganisationDissolved):
        add(tree, office=unit)
