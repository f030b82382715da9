"""All permissions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.list_permissions import list_permissions
from shared.deed_words import DEEDS
from shared.kernel import catalogue
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


def test_each_deed_of_the_catalogue_that_needs_a_permission_is_found_by_its_words_under_that_permission() -> None:
    needed = {
        it.target: it.permission
        for it in catalogue.everything()
        if it.kind is catalogue.Kind.OPERATION and isinstance(it.permission, Permission)
    }
    worded = [(name, permission) for permission, deeds in DEEDS.items() for deed in deeds for name in deed.operations]
    assert len(worded) == len(dict(worded)), "an operation belongs to one deed"
    assert dict(worded) == needed, "shared/deed_words.py says in Indonesian what each does"


def test_a_deed_is_named_by_a_verb_and_by_no_other(roles: Roles) -> None:
    listed = roles.desk.call(list_permissions, by=roles.admin).items
    titles = [deed.title for it in listed for deed in it.deeds]
    assert len(set(titles)) == len(titles)
    assert all(it.startswith("Me") and not it.endswith(".") for it in titles)
    [approving] = [it for it in listed if any(deed.operation == "directory_approve_rotation" for deed in it.deeds)]
    assert approving.id is Permission.MANAGE_DIRECTORY
