"""Why somebody may not do something, and who can help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.explain_right import ExplainedRight, RightToExplain, explain_right
from shared.directory.model import PERSONS, Person
from shared.permissions import Permission

if TYPE_CHECKING:
    from tests.directory.roles import Roles


def explain(roles: Roles, permission: Permission, name: str = "eko") -> ExplainedRight:
    asked = RightToExplain(permission)
    answer: ExplainedRight = roles.desk.call(explain_right, asked, by=roles.desk.signed_in(f"p-{name}"))
    return answer


def test_it_names_the_roles_that_would_bring_it_and_those_that_one_has(roles: Roles) -> None:
    answer = explain(roles, Permission.ORGANISE_AGENDA)
    assert not answer.has
    assert (answer.own_roles, answer.roles) == (("Pegawai",), ("Penyelenggara agenda", "Protokol pimpinan"))
    assert explain(roles, Permission.ATTEND).has


def test_it_names_who_of_the_own_office_has_it_and_nobody_of_another(roles: Roles) -> None:
    roles.hold("putri", "penyelenggara", office="dinsos")
    roles.hold("qori", "penyelenggara")
    assert [it.title for it in explain(roles, Permission.ORGANISE_AGENDA).colleagues] == ["Jabatan Qori"]


def test_it_names_who_can_give_it(roles: Roles) -> None:
    answer = explain(roles, Permission.ORGANISE_AGENDA)
    assert [it.holders[0].name for it in answer.givers] == ["Wulan", "Yoga"]


def test_somebody_suspended_or_without_a_position_is_no_help(roles: Roles) -> None:
    roles.hold("rani", "penyelenggara")
    roles.desk.given(PERSONS, Person("p-rani", "Rani", suspended=True), Person("p-sinta", "Sinta"))
    assert explain(roles, Permission.ORGANISE_AGENDA).colleagues == ()
    answer = explain(roles, Permission.ORGANISE_AGENDA, "sinta")
    assert (answer.position_title, answer.own_roles, answer.colleagues) == ("", (), ())
    assert answer.givers
