"""Changing positions, with the rights of whoever holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.assign_aide import NewAide, assign_aide
from functions.directory.domain.appointing import OutsideYourOffice, PostOfTheRegency
from functions.directory.edit_position import PositionToEdit, edit_position
from shared.accounts.administrators import LastAdministrator
from shared.accounts.credential import CREDENTIALS, Credential
from shared.directory.model import POSITIONS
from shared.directory.standing import ROLES, STANDINGS, Role
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.rules.acting_for import AideKind
from shared.values import Secret
from tests.directory.posts import REGENCY, TODAY

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.posts import Posts


def edit(posts: Posts, *roles: str, title: str = "Sekretaris", by: Actor | None = None, version: int = 0) -> None:
    body = posts.desk.records.get(POSITIONS.stored, posts.id)
    assert body is not None
    change = PositionToEdit(posts.id, version or body["version"], title, "III.b", roles)
    posts.desk.call(edit_position, change, by=by or posts.admin)


def test_its_holder_has_the_new_title_and_rights_at_once(posts: Posts) -> None:
    posts.appoint()
    edit(posts, "role-ani", title="Sekretaris Kecamatan")

    holder = posts.desk.signed_in("p-0")
    assert holder.position_title == "Sekretaris Kecamatan"
    assert holder.permissions == {Permission.MANAGE_OFFICE, Permission.READ_DIRECTORY}


def test_an_office_neither_gives_nor_takes_rights_beyond_itself(posts: Posts) -> None:
    posts.desk.given(ROLES, Role("all", "Administrator kabupaten", (Permission.MANAGE_DIRECTORY,)))
    with pytest.raises(PostOfTheRegency):
        edit(posts, "all")
    edit(posts, "all", by=posts.regency)
    with pytest.raises(PostOfTheRegency):
        edit(posts)


def test_another_office_an_old_version_an_unknown_role_and_nothing_are_refused(posts: Posts) -> None:
    with pytest.raises(OutsideYourOffice):
        edit(posts, by=posts.other)
    with pytest.raises(Stale):
        edit(posts, version=8)
    with pytest.raises(InvalidField):
        edit(posts, "none")
    with pytest.raises(RecordMissing):
        posts.desk.call(edit_position, PositionToEdit("none", 1, "Sekretaris"), by=posts.admin)


def test_the_roles_of_the_last_administrator_stay_until_there_is_another(posts: Posts) -> None:
    def edit_post_of(actor: Actor, *roles: str) -> None:
        body = posts.desk.records.get(POSITIONS.stored, actor.position_id)
        assert body is not None
        change = PositionToEdit(actor.position_id, body["version"], "Kepala Bidang", "III.b", roles)
        posts.desk.call(edit_position, change, by=posts.regency)

    second = posts.desk.employee("Eka", *REGENCY, organisation="bkpsdm")
    for actor in (posts.regency, second):
        posts.desk.given(CREDENTIALS, Credential(actor.id, Secret("a hash")))

    edit_post_of(second)
    with pytest.raises(LastAdministrator):
        edit_post_of(posts.regency)
    edit_post_of(posts.regency, "role-dian")


def test_an_aide_prepares_in_the_name_of_the_chiefs_new_title(posts: Posts) -> None:
    posts.appoint()
    aide = posts.desk.employee("Joni", organisation="trowulan")
    posts.desk.call(assign_aide, NewAide(posts.id, aide.id, AideKind.AJUDAN, TODAY), by=posts.admin)
    edit(posts, title="Sekretaris Kecamatan")
    posts.desk.deliver()
    standing = posts.desk.found(STANDINGS, aide.id)
    assert standing is not None
    assert [it.title for held in standing.held for it in held.chiefs] == ["Sekretaris Kecamatan"]
