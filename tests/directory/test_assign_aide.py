"""Letting a secretary prepare in a chief's name."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.aides import AideElsewhere, TooManyAides
from functions.directory.domain.appointing import OutsideYourOffice
from shared.directory.acting import AIDES
from shared.refusals import RecordMissing
from shared.rules.acting_for import AideKind
from tests.directory.absent import TODAY

if TYPE_CHECKING:
    from tests.directory.absent import Office


def test_a_chief_sees_the_aide_and_the_aide_the_chief(office: Office) -> None:
    assert not office.aide().already

    [post] = office.shown().posts
    assert [(it.title, it.name, it.kind) for it in post.aides] == [("Jabatan staf", "Joni", AideKind.SEKRETARIS)]
    assert office.shown(by=office.clerk).prepares_for == ("Jabatan kadis",)


def test_the_same_again_is_said_to_be_there(office: Office) -> None:
    office.aide()
    assert office.aide().already


def test_the_chief_and_who_manages_the_office_choose_and_nobody_else(office: Office) -> None:
    office.aide(by=office.admin)
    with pytest.raises(NotYourAbsence):
        office.aide(by=office.secretary)
    with pytest.raises(OutsideYourOffice):
        office.aide(by=office.other_admin)


def test_an_aide_is_of_the_same_office_and_a_post_that_exists(office: Office) -> None:
    with pytest.raises(AideElsewhere):
        office.aide(aide="bayu")
    with pytest.raises(AideElsewhere):
        office.aide(aide="nobody")
    with pytest.raises(RecordMissing):
        office.aide(post="none", by=office.admin)


def test_those_who_are_chosen_at_one_moment_are_all_kept_up_to_ten(office: Office) -> None:
    posts = [f"staf-{number}" for number in range(10)]
    for post in posts:
        office.holder(f"p-{post}", post, "dinsos", "pelaksana")
    with ThreadPoolExecutor(4) as crowd:
        list(crowd.map(lambda post: office.aide(aide=f"p-{post}"), posts))
    kept = office.desk.found(AIDES, "kadis")
    assert kept is not None
    assert set(kept.aide_position_ids) == set(posts)
    with pytest.raises(TooManyAides):
        office.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.AJUDAN, TODAY), by=office.head)
