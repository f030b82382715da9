"""The list of rotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.rotation import RotationState
from functions.directory.list_rotations import RotationsPage, list_rotations

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating


def test_the_newest_comes_first_and_says_what_waits(rotating: Rotating) -> None:
    first = rotating.planned((1, "vacant"))
    rotating.desk.clock.pass_(minutes=5)
    second = rotating.planned((2, "nowhere"))

    listed = rotating.desk.call(list_rotations, RotationsPage(), by=rotating.approver)
    assert [(it.id, it.state, it.rows, it.planned_by, it.is_own) for it in listed.items] == [
        (second, RotationState.FAULTY, 1, "Ratna", False),
        (first, RotationState.PLANNED, 1, "Ratna", False),
    ]


def test_who_manages_one_office_sees_no_list(rotating: Rotating) -> None:
    token = rotating.desk.token(rotating.office)
    assert rotating.desk.request(list_rotations, token=token).status_code == 403
