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
    of_an_office = {"Ani", "Budi", "Cahya", "Administrator OPD", "Pegawai", "Penyelenggara agenda", "Petugas surat"}
    assert set(names(posts, posts.admin)) == of_an_office
    beyond = {"Dian", "Administrator kabupaten", "Pengelola kepegawaian kabupaten", "Protokol pimpinan"}
    beyond |= {"Pemantau kehadiran kabupaten"}
    assert set(names(posts, posts.regency)) == of_an_office | beyond
    assert names(posts, posts.regency) == sorted(of_an_office | beyond)
