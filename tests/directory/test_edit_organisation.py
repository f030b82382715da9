"""Changing organisations, and what is shown of those who hold posts there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.managing import OrganisationOutside
from functions.portal.find_people import Search, find_people
from shared.directory.directory import path_of
from shared.directory.model import ORGANISATIONS
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing

if TYPE_CHECKING:
    from tests.directory.tree import Tree


def test_a_new_name_is_shown_with_all_who_hold_posts_there(tree: Tree) -> None:
    tree.posts.appoint()
    tree.edit("trowulan", name="Kecamatan Trowulan Raya")
    tree.desk.deliver()

    assert tree.held().organisation_name == "Kecamatan Trowulan Raya"
    found = tree.desk.call(find_people, Search("raya"), by=tree.posts.admin).items
    assert {it.person_id for it in found} == {"p-0", "p-ani"}


def test_moving_an_organisation_moves_the_rights_over_all_below_it(tree: Tree) -> None:
    unit = tree.add()
    tree.edit(unit, parent_id="trowulan", by=tree.posts.admin)
    tree.posts.appoint()
    tree.edit("trowulan", parent_id="dinsos")
    tree.desk.deliver()

    assert tree.held().organisation_path == ("trowulan", "dinsos")
    with pytest.raises(OrganisationOutside):
        tree.edit(unit, name="Umum", by=tree.posts.above)
    tree.edit(unit, name="Umum", by=tree.posts.other)


def test_an_organisation_is_never_put_below_itself_or_what_is_below_it(tree: Tree) -> None:
    unit = tree.add()
    for parent_id in ("trowulan", unit):
        with pytest.raises(InvalidField):
            tree.edit("trowulan", parent_id=parent_id)


def test_of_two_who_put_each_below_the_other_at_one_moment_one_is_refused(tree: Tree) -> None:
    one, other = tree.add("Satu"), tree.add("Dua")

    def is_moved(pair: tuple[str, str]) -> bool:
        try:
            tree.edit(pair[0], parent_id=pair[1])
        except InvalidField:
            return False
        return True

    with ThreadPoolExecutor(2) as crowd:
        assert sorted(crowd.map(is_moved, [(one, other), (other, one)])) == [False, True]
    paths = [path_of(tree.organisation(it), lambda key: tree.desk.found(ORGANISATIONS, key)) for it in (one, other)]
    assert all(path[-2:] == ("trowulan", "setda") for path in paths)


def test_an_office_moves_nothing_out_of_itself_or_into_another(tree: Tree) -> None:
    unit = tree.add()
    for parent_id in ("", "dinsos", "setda"):
        with pytest.raises(OrganisationOutside):
            tree.edit(unit, parent_id=parent_id, by=tree.posts.admin)


def test_a_wrong_code_an_old_version_and_nothing_are_refused(tree: Tree) -> None:
    with pytest.raises(InvalidField):
        tree.edit("trowulan", code="35-16")
    with pytest.raises(Stale):
        tree.edit("trowulan", version=7)
    tree.edit("trowulan", code="35.16.12")
    with pytest.raises(RecordMissing):
        tree.edit("trowulan", parent_id="none")
