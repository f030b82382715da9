"""Which roles an administrator may give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.list_grantable_roles import list_grantable_roles

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.posts import Posts


def names(posts: Posts, by: Actor) -> list[str]:
    return [it.name for it in posts.desk.call(list_grantable_roles, by=by).items]


def test_an_office_gives_no_role_that_reaches_beyond_it(posts: Posts) -> None:
    assert names(posts, posts.admin) == ["Ani", "Budi", "Cahya"]
    assert names(posts, posts.regency) == ["Ani", "Budi", "Cahya", "Dian"]
