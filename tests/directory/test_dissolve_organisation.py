"""Dissolving organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.dissolve_organisation import OrganisationToDissolve, dissolve_organisation
from functions.directory.domain.managing import OrganisationOutside
from functions.directory.domain.organisations import OrganisationDissolved, OrganisationInUse
from functions.directory.domain.positions import PositionAbolished, TasksWaiting
from shared.kernel.problems import Stale
from shared.refusals import InvalidField, RecordMissing
from tests.directory.posts import TODAY, TOMORROW, YESTERDAY

if TYPE_CHECKING:
    from tests.directory.tree import Tree


def test_it_is_refused_while_units_or_holders_hang_on_it_and_says_which(tree: Tree) -> None:
    tree.add("Seksi Pelayanan")
    tree.posts.appoint()

    with pytest.raises(OrganisationInUse) as refused:
        tree.dissolve("trowulan")
    assert "Seksi Pelayanan" in refused.value.detail
    assert "Sekretaris Camat" in refused.value.facts["posts"]


def test_it_is_refused_while_tasks_wait_for_its_posts_and_says_which(tree: Tree) -> None:
    tree.posts.end_holder("post-ani", "p-ani")
    tree.posts.let_a_task_wait()
    with pytest.raises(TasksWaiting, match="Sekretaris Camat"):
        tree.dissolve("trowulan", by=tree.posts.regency)


def test_what_nothing_hangs_on_after_its_last_day_is_dissolved(tree: Tree) -> None:
    unit = tree.add()
    tree.dissolve(unit)

    assert tree.organisation(unit).ends_on == TODAY
    with pytest.raises(OrganisationDissolved):
        tree.dissolve(unit)


def test_nobody_is_appointed_after_the_last_day_of_an_organisation(tree: Tree) -> None:
    tree.posts.appoint(ends_on=TODAY)
    tree.posts.end_holder("post-ani", "p-ani")
    tree.dissolve("trowulan", TOMORROW, by=tree.posts.regency)

    tree.posts.appoint(1, starts_on=TOMORROW, by=tree.posts.regency)
    assert tree.posts.shown(TOMORROW).holders[0].ends_on == TOMORROW
    with pytest.raises(PositionAbolished):
        tree.posts.appoint(2, starts_on=TOMORROW.replace(year=TOMORROW.year + 1), by=tree.posts.regency)


def test_a_day_that_has_passed_is_pointed_at(tree: Tree) -> None:
    with pytest.raises(InvalidField):
        tree.dissolve("trowulan", YESTERDAY)


def test_another_office_an_old_version_and_nothing_are_refused(tree: Tree) -> None:
    unit = tree.add()
    with pytest.raises(OrganisationOutside):
        tree.dissolve(unit, by=tree.posts.other)
    for organisation_id, refusal in ((unit, Stale), ("none", RecordMissing)):
        which = OrganisationToDissolve(organisation_id, TODAY, 9)
        with pytest.raises(refusal):
            tree.desk.call(dissolve_organisation, which, by=tree.posts.admin)
