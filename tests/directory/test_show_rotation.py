"""What a rotation's page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.rotation import RotationState
from functions.directory.show_rotation import WhichRotation, show_rotation
from shared.refusals import RecordMissing
from shared.rules.appointment import AppointmentKind
from tests.directory.rotating import BASIS, FIRST_DAY

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating


def test_the_plan_is_shown_to_planner_and_approver_alike(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    own, other = rotating.shown(rotation_id), rotating.shown(rotation_id, by=rotating.approver)

    assert (own.is_own, other.is_own) == (True, False)
    assert (own.first_day, own.basis, own.planned_by, own.may_cancel) == (FIRST_DAY, BASIS, "Ratna", True)
    assert own.moves == other.moves
    assert [it.kind for it in own.moves] == [AppointmentKind.DEFINITIF]


def test_a_file_that_was_not_planned_shows_no_moves(rotating: Rotating) -> None:
    shown = rotating.shown(rotating.begin(b"NIP").rotation_id)
    assert (shown.state, shown.moves, shown.may_cancel) == (RotationState.ANNOUNCED, (), False)


def test_who_manages_one_office_sees_none(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    asked = {"rotation_id": rotation_id}
    token = rotating.desk.token(rotating.office)
    assert rotating.desk.request(show_rotation, params=asked, token=token).status_code == 403
    with pytest.raises(RecordMissing):
        rotating.desk.call(show_rotation, WhichRotation("none"), by=rotating.planner)
