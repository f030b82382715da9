"""A person's standing: one record that says what the directory says in many."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.demo import SEED, fill_demo
from shared.directory.directory import Directory
from shared.directory.model import APPOINTMENTS, PERSONS, POSITIONS, Person, Position
from shared.directory.standing import STANDINGS, find_standing
from shared.permissions import Permission
from shared.rules.appointment import Appointment, AppointmentKind
from shared.rules.calendar import wib_date
from tests.desk import MORNING

if TYPE_CHECKING:
    from pathlib import Path

    from shared.directory.standing import Standing
    from tests.desk import Desk

TODAY = wib_date(MORNING)
LAST_YEAR = TODAY - timedelta(days=365)


def made(desk: Desk, person_id: str) -> Standing:
    standing = Directory(desk.records, desk.clock.now()).standing(person_id)
    assert standing is not None
    return standing


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)  # the demonstration is for an office's own server
def test_every_standing_of_the_demonstration_is_what_the_directory_says(desk: Desk, tmp_path: Path) -> None:
    fill_demo(desk, tmp_path)
    with (SEED / "persons.csv").open(newline="", encoding="utf-8") as file:
        people = [row["id"] for row in csv.DictReader(file)]

    assert len(people) > 50
    for person_id in people:
        assert desk.found(STANDINGS, person_id) == made(desk, person_id)


def test_where_none_was_written_the_directory_is_asked(desk: Desk) -> None:
    siti = desk.employee("Siti", Permission.ATTEND, organisation="bapenda")

    assert desk.found(STANDINGS, siti.id) is None
    assert find_standing(desk.records, siti.id, desk.clock.now()) == made(desk, siti.id)
    assert [held.organisation_id for held in made(desk, siti.id).held] == ["bapenda"]


def test_nobody_has_no_standing(desk: Desk) -> None:
    assert find_standing(desk.records, "nobody", desk.clock.now()) is None


def test_a_written_standing_is_believed_and_its_days_are_kept(desk: Desk) -> None:
    siti = desk.employee("Siti", Permission.ATTEND)
    [held] = made(desk, siti.id).held
    desk.given(STANDINGS, replace(made(desk, siti.id), held=(replace(held, ends_on=TODAY),)))

    assert desk.signed_in(siti.id, "today").position_ids == (held.position_id,)
    assert desk.signed_in(siti.id, "today").permissions == {Permission.ATTEND}
    desk.clock.pass_(days=1)
    assert desk.signed_in(siti.id, "tomorrow").position_ids == ()
    assert desk.signed_in(siti.id, "tomorrow").permissions == frozenset()


def test_the_definitive_position_comes_first_and_an_acting_one_says_so(desk: Desk) -> None:
    siti = desk.employee("Siti", Permission.ATTEND)
    desk.given(POSITIONS, Position("sekcam", "diskominfo", "Sekretaris Camat"))
    desk.given(APPOINTMENTS, Appointment("sekcam", siti.id, AppointmentKind.PLT, LAST_YEAR - timedelta(days=1)))

    titles = [held.position_title for held in made(desk, siti.id).on(TODAY)]
    assert titles == ["Jabatan Siti", "Plt. Sekretaris Camat"]


def test_a_post_or_an_office_that_is_no_longer_there_is_passed_over(desk: Desk) -> None:
    desk.given(PERSONS, Person("p-budi", "Budi"))
    desk.given(POSITIONS, Position("yatim", "bubar", "Kepala"))
    for post in ("hilang", "yatim"):
        desk.given(APPOINTMENTS, Appointment(post, "p-budi", AppointmentKind.DEFINITIF, LAST_YEAR))

    assert made(desk, "p-budi").held == ()


def test_offices_that_are_above_each_other_end_the_path(desk: Desk) -> None:
    desk.organisation("setda", parent_id="bagian")
    desk.organisation("bagian", parent_id="setda")
    siti = desk.employee("Siti", organisation="bagian")

    assert made(desk, siti.id).held[0].organisation_path == ("bagian", "setda")
