"""Adding organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.add_organisation import OrganisationToAdd, add_organisation
from functions.directory.domain.managing import OrganisationOutside
from shared.directory.model import OrganisationKind
from shared.refusals import InvalidField, RecordMissing

if TYPE_CHECKING:
    from tests.directory.tree import Tree


def test_an_organisation_is_added_below_another(tree: Tree) -> None:
    added = tree.organisation(tree.add("Seksi Pelayanan"))

    assert (added.name, added.parent_id, added.ends_on) == ("Seksi Pelayanan", "trowulan", None)


def test_only_who_manages_the_regency_adds_one_at_the_top(tree: Tree) -> None:
    with pytest.raises(OrganisationOutside):
        tree.add(parent_id="")
    assert tree.organisation(tree.add(parent_id="", by=tree.posts.regency)).parent_id is None


def test_an_office_adds_nothing_to_another_office(tree: Tree) -> None:
    with pytest.raises(OrganisationOutside):
        tree.add(by=tree.posts.other)


def test_below_what_does_not_exist_or_is_dissolved_nothing_is_added(tree: Tree) -> None:
    with pytest.raises(RecordMissing):
        tree.add(parent_id="none")
    unit = tree.add()
    tree.dissolve(unit)
    with pytest.raises(InvalidField):
        tree.add(parent_id=unit)


def test_a_code_of_another_form_is_pointed_at(tree: Tree) -> None:
    new = OrganisationToAdd(OrganisationKind.DESA, "Desa Watesumpak", "Watesumpak", "trowulan", "351612")
    with pytest.raises(InvalidField):
        tree.desk.call(add_organisation, new, by=tree.posts.admin)
