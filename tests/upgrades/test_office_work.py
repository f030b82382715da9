"""What an office did in an earlier release is there after the upgrade: letters, tables, people, posts and accounts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from functions.portal.records import SECOND_STEPS
from functions.portal.second_step import code_maker
from tests.server import Caller
from tests.upgrades.office_work import ADITYA, FAJAR
from tests.upgrades.upgraded import RELEASES_WITH_WORK, Upgraded, upgraded

if TYPE_CHECKING:
    from collections.abc import Iterator

ADMINISTRATOR = "p-hzbczgvgni"  # of the demo's regency


@pytest.fixture(params=RELEASES_WITH_WORK, scope="module")
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Upgraded]:
    """Return an office that has been upgraded to this release."""
    with upgraded(request.param, tmp_path_factory.mktemp("work")) as office:
        yield office


def test_every_letter_and_its_number_stand_where_they_stood_and_its_paper_is_checked(office: Upgraded) -> None:
    letters: dict[str, str] = office.said["work"]["letters"]
    shown = {it: office.ask(f"papers-show-surat-keterangan?letter_id={it}") for it in letters}
    assert {key: it["state"] for key, it in shown.items()} == letters

    year = next(iter(shown.values()))["number"].rpartition("/")[2]
    register = office.ask(f"papers-list-register?year={year}")["items"]
    assert {it["letter_id"]: it["state"] for it in register} == letters
    assert sorted(it["number"].split("/")[1] for it in register) == ["1", "1.a", "2", "3", "4"]

    for letter_id, verdict in (("issued", "Naskah sah"), ("withdrawn", "Naskah dicabut")):
        code = next(it["code"] for it in shown.values() if it["state"] == letter_id)
        assert verdict in office.ask(f"portal-verify-paper?kode={code}").decode()


def test_tables_tasks_roles_and_what_was_brought_in_are_there(office: Upgraded) -> None:
    work = office.said["work"]
    table = office.ask("tables-show-table?table_id=eagenda-tamu", ADMINISTRATOR)
    assert {it["id"]: it["state"] for it in table["proposals"]} == work["proposals"]
    assert any(it["values"]["minutes_to_fill_in"] == "15" for it in table["rows"])

    names = {it["name"] for it in office.ask("directory-list-roles", ADMINISTRATOR)["items"]}
    assert "Pengelola tamu" in names
    for name in work["imported"]:
        assert name in office.finds(name)


def test_a_rotation_that_was_approved_has_its_holder_on_its_first_day(office: Upgraded) -> None:
    rotation = office.said["work"]["rotation"]
    shown = office.ask(f"directory-show-rotation?rotation_id={rotation['id']}", ADMINISTRATOR)
    assert shown["state"] == "approved"
    day = f"position_id={rotation['position_id']}&day={rotation['first_day']}"
    assert [it["name"] for it in office.ask(f"directory-show-position?{day}")["holders"]] == ["Budi Santoso"]


def test_whoever_turned_a_second_step_on_is_asked_for_it_and_nobody_else_is(office: Upgraded) -> None:
    password = office.server.password()
    key = office.server.stored(SECOND_STEPS, office.said["work"]["second_step"]).secret
    with Caller(office.server) as caller:
        assert caller.post("portal-sign-in", {"login": FAJAR, "password": password}).status == 200
        asked = caller.post("portal-sign-in", {"login": ADITYA, "password": password})
        assert (asked.status, asked.body["type"]) == (403, "/problems/second-step-needed")
        code = code_maker(key)(int(time.time()) // 30)
        with_code = {"login": ADITYA, "password": password, "code": code}
        assert caller.post("portal-sign-in", with_code).status == 200
