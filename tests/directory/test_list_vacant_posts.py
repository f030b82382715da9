"""Which posts nobody holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.directory.abolish_position import PositionToAbolish, abolish_position
from functions.directory.add_position import PositionToAdd, add_position
from functions.directory.list_vacant_posts import VacantPost, VacantPostsOf, list_vacant_posts
from tests.directory.posts import TODAY, TOMORROW, YESTERDAY

if TYPE_CHECKING:
    from tests.directory.posts import Posts


def vacant(posts: Posts, organisation_id: str = "") -> list[VacantPost]:
    answer = posts.desk.call(list_vacant_posts, VacantPostsOf(organisation_id), by=posts.regency)
    return list(answer.items)


def test_a_post_becomes_vacant_and_is_filled_by_the_day_alone(posts: Posts) -> None:
    posts.appoint(ends_on=TODAY)
    posts.appoint(1, starts_on=TOMORROW + timedelta(days=1), ends_on=TOMORROW + timedelta(days=1))
    found: list[list[str]] = []
    for _ in range(4):
        found.append([it.title for it in vacant(posts)])
        posts.desk.clock.pass_(days=1)

    assert found == [[], ["Sekretaris Camat"], [], ["Sekretaris Camat"]]
    assert vacant(posts)[0].vacant_since == TOMORROW + timedelta(days=2)


def test_a_new_post_is_vacant_until_it_is_filled(posts: Posts) -> None:
    new = PositionToAdd("trowulan", "Kepala Seksi")
    position_id = posts.desk.call(add_position, new, by=posts.admin).position_id

    assert [(it.position_id, it.vacant_since) for it in vacant(posts)] == [(position_id, None)]
    posts.desk.call(abolish_position, PositionToAbolish(position_id, TODAY, 1), by=posts.admin)
    posts.desk.clock.pass_(days=1)
    assert vacant(posts) == []


def test_an_offices_list_has_what_stands_below_it_too(posts: Posts) -> None:
    posts.appoint(starts_on=YESTERDAY - timedelta(days=3), ends_on=YESTERDAY)

    assert [it.organisation_name for it in vacant(posts, "setda")] == ["Dinas Trowulan"]
    assert vacant(posts, "dinsos") == []
