"""Finding those who hold posts of an organisation that has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.directory.model import APPOINTMENTS, POSITIONS, Position
from shared.events.directory import HoldersTouched, PostsTouched
from shared.rules.appointment import Appointment, AppointmentKind
from tests.directory.posts import TODAY

if TYPE_CHECKING:
    from tests.directory.tree import Tree

POSTS = 60


def test_all_holders_of_many_posts_and_of_units_below_are_found(tree: Tree) -> None:
    unit = tree.add()
    for number in range(POSTS):
        tree.desk.given(POSITIONS, Position(f"post-{number}", unit, f"Staf {number:02}"))
        tree.desk.given(APPOINTMENTS, Appointment(f"post-{number}", f"x-{number}", AppointmentKind.DEFINITIF, TODAY))
    tree.edit("trowulan", parent_id="dinsos")
    tree.desk.deliver()

    touched = [person for event in tree.desk.announced(HoldersTouched) for person in event.person_ids]
    assert sorted(touched) == sorted(["p-ani", *(f"x-{number}" for number in range(POSTS))])
    assert [it.organisation_id for it in tree.desk.announced(PostsTouched)] == ["trowulan", unit, unit]


def test_a_new_name_touches_no_unit_below(tree: Tree) -> None:
    tree.add()
    tree.edit("trowulan", name="Kecamatan Trowulan Raya")
    tree.desk.deliver()

    assert [it.person_ids for it in tree.desk.announced(HoldersTouched)] == [("p-ani",)]
