"""Filling the demonstration regency on the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.demo import fill_demo
from functions.portal.find_people import Search, find_people
from functions.portal.show_profile import show_profile
from shared.directory.model import ORGANISATIONS
from tests.portal.accounts import sign_in_as

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk import Desk

# The demonstration is for an office's own server alone.
pytestmark = pytest.mark.parametrize("desk", ["sqlite"], indirect=True)


def test_every_demo_account_signs_in_and_finds_itself_in_the_directory(desk: Desk, tmp_path: Path) -> None:
    accounts, password = fill_demo(desk, tmp_path)

    assert len(accounts) == 10
    for login, what_for in accounts:
        person = sign_in_as(desk, login, password)[0].person
        actor = desk.signed_in(person.id)
        assert desk.call(show_profile, by=actor).positions, what_for
        found = desk.call(find_people, Search(person.name), by=actor).items
        assert person.id in {one.person_id for one in found}


def test_a_second_start_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    first = fill_demo(desk, tmp_path)
    written = desk.records.get(ORGANISATIONS.stored, "pemkab")
    desk.clock.pass_(days=1)

    assert fill_demo(desk, tmp_path) == first
    assert desk.records.get(ORGANISATIONS.stored, "pemkab") == written


def test_each_installation_has_a_password_of_its_own_that_only_its_owner_reads(desk: Desk, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"

    assert fill_demo(desk, here)[1] != fill_demo(desk, there)[1]
    assert {path.stat().st_mode & 0o077 for path in (here, here / "demo-password")} == {0}
