"""Abolishing positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.abolish_position import PositionToAbolish, abolish_position
from functions.directory.domain.appointing import OutsideYourOffice, PostOfTheRegency
from functions.directory.domain.positions import PositionAbolished, PositionHeld, TasksWaiting
from functions.directory.show_organisation import OrganisationOnDay, show_organisation
from shared.directory.model import POSITIONS, Position
from shared.directory.standing import ROLES, Role
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from tests.directory.posts import TODAY, TOMORROW, YESTERDAY

if TYPE_CHECKING:
    from datetime import date

    from shared.actor import Actor
    from tests.directory.posts import Posts


def abolish(
    posts: Posts, last_day: date = TODAY, by: Actor | None = None, version: int = 1, position_id: str = "sekcam"
) -> None:
    posts.desk.call(abolish_position, PositionToAbolish(position_id, last_day, version), by=by or posts.admin)


def test_a_position_that_ended_yesterday_is_neither_shown_nor_filled(posts: Posts) -> None:
    abolish(posts)
    posts.desk.clock.pass_(days=1)

    shown = posts.desk.call(show_organisation, OrganisationOnDay("trowulan"), by=posts.regency)
    assert posts.id not in {it.id for it in shown.posts}
    with pytest.raises(PositionAbolished):
        posts.appoint(starts_on=TOMORROW, by=posts.regency)


def test_it_is_refused_while_somebody_holds_it_afterwards(posts: Posts) -> None:
    posts.appoint(starts_on=TOMORROW)
    with pytest.raises(PositionHeld):
        abolish(posts)


def test_it_is_refused_while_a_task_waits_for_it(posts: Posts) -> None:
    posts.let_a_task_wait()
    with pytest.raises(TasksWaiting, match="Sekretaris Camat"):
        abolish(posts)


def test_it_is_not_abolished_later_than_it_was(posts: Posts) -> None:
    abolish(posts)
    with pytest.raises(PositionAbolished):
        abolish(posts, TOMORROW, version=2)


def test_others_old_versions_past_days_and_nothing_are_refused(posts: Posts) -> None:
    with pytest.raises(OutsideYourOffice):
        abolish(posts, by=posts.other)
    with pytest.raises(Stale):
        abolish(posts, version=5)
    with pytest.raises(InvalidField):
        abolish(posts, YESTERDAY)
    with pytest.raises(RecordMissing):
        abolish(posts, position_id="none")
    posts.desk.given(ROLES, Role("all", "Administrator kabupaten", (Permission.MANAGE_DIRECTORY,)))
    posts.desk.given(POSITIONS, Position("admin", "trowulan", "Administrator", roles=("all",)))
    with pytest.raises(PostOfTheRegency):
        abolish(posts, position_id="admin")
