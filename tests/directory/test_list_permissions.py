"""All permissions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.list_permissions import list_permissions
from shared.permission_words import WORDS
from shared.permissions import Permission

if TYPE_CHECKING:
    from tests.directory.roles import Roles


def test_every_permission_has_words_that_say_what_it_allows(roles: Roles) -> None:
    listed = roles.desk.call(list_permissions, by=roles.admin).items
    assert WORDS.keys() == set(Permission)
    assert [it.id for it in listed] == list(Permission)
    assert all(it.allows.endswith(".") and not it.title.endswith(".") for it in listed)
    assert len({it.title for it in listed}) == len(listed)


def test_it_marks_those_that_reach_beyond_an_office_and_those_that_one_has(roles: Roles) -> None:
    listed = {it.id: it for it in roles.desk.call(list_permissions, by=roles.admin).items}
    assert (listed[Permission.MANAGE_ROLES].of_the_regency, listed[Permission.MANAGE_ROLES].has) == (True, True)
    assert (listed[Permission.MANAGE_OFFICE].of_the_regency, listed[Permission.MANAGE_OFFICE].has) == (False, False)
