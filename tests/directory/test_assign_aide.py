"""Letting a secretary prepare in a chief's name."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.appoint import ToAppoint, appoint
from functions.directory.assign_aide import NewAide, assign_aide
from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.aides import AideElsewhere, TooManyAides
from functions.directory.domain.appointing import OutsideYourOffice
from shared.directory.acting import AIDES
from shared.directory.directory import Directory
from shared.directory.model import PERSONS, Person
from shared.directory.standing import STANDINGS
from shared.refusals import RecordMissing
from shared.rules.acting_for import AideKind
from shared.rules.appointment import AppointmentKind
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
    with ThreadPoolExecutor(2) as crowd:  # each of two waits for the other's locks; a crowd waits for seconds
        list(crowd.map(lambda post: office.aide(aide=f"p-{post}"), posts[:2]))
    for post in posts[2:]:
        office.aide(aide=f"p-{post}")
    kept = office.desk.found(AIDES, "kadis")
    assert kept is not None
    assert {it.aide_position_id for it in kept.aides} == set(posts)
    with pytest.raises(TooManyAides):
        office.desk.call(assign_aide, NewAide("kadis", "joni", AideKind.AJUDAN, TODAY), by=office.head)


def chiefs_of(office: Office, person: str) -> list[str]:
    """Return for whom somebody prepares, as each call reads it."""
    standing = office.desk.found(STANDINGS, person)
    assert standing == Directory(office.desk.records, office.desk.clock.now()).standing(person)
    assert standing is not None
    return [chief.title for held in standing.held for chief in held.chiefs]


def test_whoever_holds_the_aides_post_next_prepares_too(office: Office) -> None:
    office.aide()
    office.desk.given(PERSONS, Person("eka", "Eka"))
    office.desk.call(appoint, ToAppoint("staf", "eka", AppointmentKind.PLH, TODAY), by=office.admin)
    assert chiefs_of(office, "joni") == chiefs_of(office, "eka") == ["Jabatan kadis"]


def test_who_is_appointed_at_the_moment_the_post_becomes_an_aides_prepares_too(office: Office) -> None:
    for number in range(3):
        post, person = f"ajudan-{number}", f"eka-{number}"
        office.desk.given(PERSONS, Person(person, "Eka"))
        office.holder(f"p-{post}", post, "dinsos", "pelaksana")
        new = ToAppoint(post, person, AppointmentKind.PLH, TODAY)
        with ThreadPoolExecutor(2) as both:
            acts = [
                both.submit(office.desk.call, appoint, new, by=office.admin),
                both.submit(office.aide, aide=f"p-{post}"),
            ]
        for act in acts:
            act.result()
        assert chiefs_of(office, person) == ["Jabatan kadis"]


def test_one_may_prepare_for_several_chiefs(office: Office) -> None:
    office.aide()
    office.aide(by=office.secretary, post="sekdis")
    assert chiefs_of(office, "joni") == ["Jabatan kadis", "Jabatan sekdis"]
