"""Who may do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.list_who_may import ListedWhoMay, WhoMay, list_who_may
from shared.permissions import Permission

if TYPE_CHECKING:
    from tests.directory.roles import Roles


def ask(roles: Roles, permission: Permission, cursor: str | None = None) -> ListedWhoMay:
    answer: ListedWhoMay = roles.desk.call(list_who_may, WhoMay(permission, cursor), by=roles.admin)
    return answer


def test_it_names_the_roles_the_positions_and_who_holds_them_today(roles: Roles) -> None:
    roles.hold("putri", "penyelenggara", office="dinsos")
    answer = ask(roles, Permission.ORGANISE_AGENDA)

    assert answer.roles == ("Penyelenggara agenda", "Protokol pimpinan")
    [found] = answer.items
    assert (found.title, found.organisation_name, found.roles) == (
        "Jabatan Putri",
        "Dinas Dinsos",
        ("Penyelenggara agenda",),
    )
    assert [it.name for it in found.holders] == ["Putri"]


def test_a_change_of_a_role_shows_at_once(roles: Roles) -> None:
    roles.edit("pegawai", Permission.WATCH_SYSTEM)
    assert [it.title for it in ask(roles, Permission.WATCH_SYSTEM).items] == ["Jabatan Eko"]
    roles.edit("pegawai")
    assert ask(roles, Permission.WATCH_SYSTEM).items == ()


def test_many_positions_come_page_by_page(roles: Roles) -> None:
    for number in range(30):
        roles.hold(f"staf-{number:02}", "pegawai")
    first = ask(roles, Permission.ATTEND)
    second = ask(roles, Permission.ATTEND, first.next_cursor)
    assert (len(first.items), len(second.items), second.next_cursor) == (25, 6, None)


@pytest.mark.parametrize("permission", list(Permission))
def test_it_answers_for_every_permission(roles: Roles, permission: Permission) -> None:
    answer = ask(roles, permission)
    assert answer.title
    assert answer.roles


def test_who_may_not_read_the_directory_is_told_which_right_is_missing(roles: Roles) -> None:
    token = roles.desk.token(roles.desk.signed_in("p-eko"))
    response = roles.desk.request(list_who_may, params={"permission": "agenda.attend"}, token=token)
    assert (response.status_code, response.get_json()["permission"]) == (403, "directory.read")
