"""The branches of the tree of organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.list_organisations import BranchOfOrganisations, list_organisations
from shared.directory.model import OrganisationKind

if TYPE_CHECKING:
    from tests.directory.tree import Tree


def branch(tree: Tree, branch: BranchOfOrganisations) -> list[tuple[str, bool]]:
    answer = tree.desk.call(list_organisations, branch, by=tree.posts.admin)
    return [(it.id, it.has_units) for it in answer.items]


def test_the_top_is_listed_by_kind_and_what_is_below_by_its_parent(tree: Tree) -> None:
    assert branch(tree, BranchOfOrganisations()) == [("bkpsdm", False), ("dinsos", False), ("setda", True)]
    assert branch(tree, BranchOfOrganisations("setda")) == [("trowulan", False)]
    assert branch(tree, BranchOfOrganisations(kind=OrganisationKind.KECAMATAN)) == []


def test_what_was_dissolved_is_listed_when_it_is_asked_for(tree: Tree) -> None:
    unit = tree.add()
    tree.dissolve(unit)
    assert branch(tree, BranchOfOrganisations("trowulan")) == [(unit, False)]
    tree.desk.clock.pass_(days=1)

    assert branch(tree, BranchOfOrganisations("trowulan")) == []
    assert branch(tree, BranchOfOrganisations("trowulan", dissolved=True)) == [(unit, False)]
