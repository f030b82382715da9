"""Appointing people to positions."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.directory.appoint import ToAppoint, appoint
from functions.directory.domain.appointing import (
    AlreadyAppointed,
    NobodyAway,
    OutsideYourOffice,
    PostActedFor,
    PostHeld,
    PostOfTheRegency,
)
from functions.portal.find_people import Search, find_people
from shared.directory.directory import Directory
from shared.directory.model import POSITIONS, Position
from shared.directory.standing import ROLES, STANDINGS, Role
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.rules.appointment import AppointmentKind
from tests.directory.posts import TODAY, TOMORROW, YESTERDAY

if TYPE_CHECKING:
    from tests.directory.posts import Posts

PEOPLE = 4


def test_who_is_appointed_holds_the_post_and_is_found_by_it(posts: Posts) -> None:
    posts.appoint()

    assert posts.desk.signed_in("p-0").position_title == "Sekretaris Camat"
    assert posts.desk.signed_in("p-0").organisation_path == ("trowulan", "setda")
    found = posts.desk.call(find_people, Search("sekretaris camat"), by=posts.admin)
    assert [it.person_id for it in found.items] == ["p-0"]


def test_the_standing_that_is_written_is_what_the_directory_says(posts: Posts) -> None:
    posts.appoint(starts_on=YESTERDAY)

    assert posts.desk.found(STANDINGS, "p-0") == Directory(posts.desk.records, posts.desk.clock.now()).standing("p-0")


def test_an_appointment_begins_on_its_day_by_itself(posts: Posts) -> None:
    posts.appoint(starts_on=TOMORROW)

    assert posts.shown().vacant
    assert not posts.shown(TOMORROW).vacant


@pytest.mark.parametrize("kind", [AppointmentKind.DEFINITIF, AppointmentKind.PLT, AppointmentKind.PJ])
def test_a_post_that_is_held_is_given_to_nobody_else_on_the_same_day(posts: Posts, kind: AppointmentKind) -> None:
    posts.appoint(ends_on=TOMORROW)

    with pytest.raises(PostHeld):
        posts.appoint(1, kind, starts_on=TOMORROW)
    posts.appoint(1, kind, starts_on=TOMORROW + timedelta(days=1))


def test_a_plh_stands_in_for_a_holder_and_never_for_nobody(posts: Posts) -> None:
    with pytest.raises(NobodyAway):
        posts.appoint(1, AppointmentKind.PLH)
    posts.appoint()
    posts.appoint(1, AppointmentKind.PLH)


def test_one_at_a_time_acts_in_a_post(posts: Posts) -> None:
    posts.appoint(1, AppointmentKind.PLT)

    with pytest.raises(PostActedFor):
        posts.appoint(2, AppointmentKind.PLT)


def test_a_post_is_handed_over_in_one_act(posts: Posts) -> None:
    posts.appoint(starts_on=YESTERDAY)
    posts.hand_over(1, TOMORROW)

    assert [(it.person_id, it.ends_on) for it in posts.shown().holders] == [("p-1", None), ("p-0", TODAY)]
    assert posts.desk.signed_in("p-0").position_title == "Sekretaris Camat"
    posts.desk.clock.pass_(days=1)
    assert posts.desk.signed_in("p-0", "the next morning").position_title == ""
    assert posts.desk.signed_in("p-1").position_title == "Sekretaris Camat"


def test_who_acts_hands_over_too_and_a_plh_takes_over_from_no_holder(posts: Posts) -> None:
    posts.appoint(starts_on=YESTERDAY)
    posts.appoint(1, AppointmentKind.PLH, starts_on=YESTERDAY)
    posts.hand_over(2, TODAY, AppointmentKind.PLH)
    assert {it.person_id for it in posts.shown().holders if it.holds} == {"p-0", "p-2"}


def test_who_begins_on_the_same_day_is_not_handed_over_from(posts: Posts) -> None:
    posts.appoint()
    with pytest.raises(PostHeld):
        posts.hand_over(1, TODAY)


def test_the_same_appointment_again_is_said_to_be_there(posts: Posts) -> None:
    posts.appoint()

    with pytest.raises(AlreadyAppointed):
        posts.appoint()


def test_a_last_day_before_the_first_is_pointed_at(posts: Posts) -> None:
    with pytest.raises(InvalidField):
        posts.appoint(ends_on=YESTERDAY)


def test_the_office_above_and_the_regency_may_appoint_and_another_office_may_not(posts: Posts) -> None:
    with pytest.raises(OutsideYourOffice):
        posts.appoint(by=posts.other)
    assert posts.shown().vacant
    posts.appoint(ends_on=TODAY, by=posts.above)
    posts.appoint(1, starts_on=TOMORROW, by=posts.regency)


def test_who_manages_an_office_gives_nobody_a_post_whose_rights_reach_beyond_it(posts: Posts) -> None:
    posts.desk.given(ROLES, Role("administrator", "Administrator", (Permission.MANAGE_DIRECTORY,)))
    posts.desk.given(POSITIONS, Position(posts.id, "trowulan", "Sekretaris Camat", "III.b", ("administrator",)))
    with pytest.raises(PostOfTheRegency):
        posts.appoint()
    posts.appoint(by=posts.regency)
    assert posts.desk.signed_in("p-0").position_title == "Sekretaris Camat"


def test_nobody_and_no_post_are_not_found(posts: Posts) -> None:
    for post, person in (("none", "p-0"), (posts.id, "nobody")):
        asked = ToAppoint(post, person, AppointmentKind.DEFINITIF, TODAY)
        with pytest.raises(RecordMissing):
            posts.desk.call(appoint, asked, by=posts.regency)


def test_of_several_who_are_appointed_at_one_moment_one_holds_the_post(posts: Posts) -> None:
    def is_appointed(number: int) -> bool:
        try:
            posts.appoint(number)
        except PostHeld:
            return False
        return True

    with ThreadPoolExecutor(PEOPLE) as crowd:
        assert sum(crowd.map(is_appointed, range(PEOPLE))) == 1
    assert len(posts.shown().holders) == 1
