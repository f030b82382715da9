"""Ending an appointment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.appointing import AppointmentOver, OutsideYourOffice, PostOfTheRegency
from functions.directory.end_appointment import AppointmentToEnd, end_appointment
from shared.accounts.administrators import LastAdministrator
from shared.accounts.credential import CREDENTIALS, Credential
from shared.directory.model import POSITIONS, Position
from shared.directory.standing import ROLES, Role
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.values import Secret
from tests.directory.posts import REGENCY, TODAY, TOMORROW, YESTERDAY

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from tests.directory.posts import Posts

LAST_WEEK = TODAY - timedelta(days=7)


def end(posts: Posts, last_day: date, starts_on: date = LAST_WEEK, by: Actor | None = None, ahead: int = 0) -> None:
    ending = AppointmentToEnd(posts.id, "p-0", starts_on, last_day, posts.shown().version + ahead)
    posts.desk.call(end_appointment, ending, by=by or posts.admin)


def test_the_post_is_vacant_after_the_last_day_and_not_before(posts: Posts) -> None:
    posts.appoint(starts_on=LAST_WEEK)
    end(posts, TODAY)

    assert not posts.shown().vacant
    assert posts.shown(TOMORROW).vacant
    posts.appoint(1, starts_on=TOMORROW)


def test_who_held_only_this_post_holds_none_afterwards(posts: Posts) -> None:
    posts.appoint(starts_on=LAST_WEEK)
    end(posts, YESTERDAY)

    assert posts.desk.signed_in("p-0").position_ids == ()


def test_what_ended_yesterday_is_not_changed(posts: Posts) -> None:
    posts.appoint(starts_on=LAST_WEEK, ends_on=YESTERDAY)

    with pytest.raises(AppointmentOver):
        end(posts, TODAY)


@pytest.mark.parametrize("last_day", [LAST_WEEK - timedelta(days=1), TOMORROW + timedelta(days=1)])
def test_the_last_day_lies_within_the_appointment(posts: Posts, last_day: date) -> None:
    posts.appoint(starts_on=LAST_WEEK, ends_on=TOMORROW)

    with pytest.raises(InvalidField):
        end(posts, last_day)


def test_a_post_that_was_changed_meanwhile_is_stale(posts: Posts) -> None:
    posts.appoint(starts_on=LAST_WEEK)

    with pytest.raises(Stale):
        end(posts, TODAY, ahead=1)


def test_another_office_ends_nothing(posts: Posts) -> None:
    posts.appoint(starts_on=LAST_WEEK)

    with pytest.raises(OutsideYourOffice):
        end(posts, TODAY, by=posts.other)


def test_who_manages_an_office_takes_nobodys_rights_that_reach_beyond_it(posts: Posts) -> None:
    posts.appoint(starts_on=LAST_WEEK)
    posts.desk.given(ROLES, Role("administrator", "Administrator", (Permission.WATCH_SYSTEM,)))
    posts.desk.given(POSITIONS, Position(posts.id, "trowulan", "Sekretaris Camat", "III.b", ("administrator",)))
    with pytest.raises(PostOfTheRegency):
        end(posts, TODAY)


def test_an_appointment_that_never_was_is_not_found(posts: Posts) -> None:
    with pytest.raises(RecordMissing):
        end(posts, TODAY)


class Administrators:
    """Two posts that administer the regency and who holds them, each with a password."""

    def __init__(self, posts: Posts) -> None:
        self.posts, self.desk = posts, posts.desk
        self.first, self.second = posts.regency, posts.desk.employee("Eka", *REGENCY, organisation="bkpsdm")
        for actor in (self.first, self.second):
            self.desk.given(CREDENTIALS, Credential(actor.id, Secret("a hash")))

    def end(self, actor: Actor, by: Actor | None = None) -> bool:
        """End the post of one of them for good; tell whether that was let happen."""
        starts_on = TODAY - timedelta(days=365)
        ending = AppointmentToEnd(actor.position_id, actor.id, starts_on, TODAY, version=0)
        try:
            self.desk.call(end_appointment, ending, by=by or self.first)
        except LastAdministrator:
            return False
        return True


def test_the_last_administrator_does_not_leave_before_there_is_another(posts: Posts) -> None:
    administrators = Administrators(posts)
    assert administrators.end(administrators.second)
    assert not administrators.end(administrators.first)


def test_of_two_administrators_who_end_each_others_posts_at_once_one_stays(posts: Posts) -> None:
    administrators = Administrators(posts)
    pairs = [(administrators.first, administrators.second), (administrators.second, administrators.first)]
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(lambda pair: administrators.end(*pair), pairs)) == [False, True]
