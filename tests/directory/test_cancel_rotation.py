"""Dropping a plan, and undoing a rotation before its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.cancel_rotation import RotationToCancel, cancel_rotation
from functions.directory.domain.rotation import (
    RotationBegun,
    RotationDecided,
    RotationMoving,
    RotationNotPlanned,
    RotationState,
)
from shared.directory.model import APPOINTMENTS, BY_POSITION
from shared.refusals import RecordMissing
from tests.directory.rotating import FIRST_DAY, moves_file

if TYPE_CHECKING:
    from shared.rules.appointment import Appointment
    from tests.directory.rotating import Rotating

PEOPLE = ("p-1", "p-2", "p-3")
POSTS = ("post-1", "post-2", "post-3", "vacant")


def appointments(rotating: Rotating) -> list[list[Appointment]]:
    return [rotating.desk.all(APPOINTMENTS, BY_POSITION, post) for post in POSTS]


def test_undoing_restores_posts_appointments_and_standings_exactly(rotating: Rotating) -> None:
    rotating.cancel(rotating.applied((1, "vacant")))  # now seats and standings are written once
    before, standings = appointments(rotating), rotating.standings(PEOPLE[:1])
    rotation_id = rotating.applied((1, "post-2"), (2, "post-1"), (3, "vacant"))
    assert [rotating.holders(post) for post in POSTS] == [["p-2"], ["p-1"], [], ["p-3"]]

    rotating.cancel(rotation_id)
    assert appointments(rotating) == before
    assert rotating.standings(PEOPLE[:1]) == standings
    assert [rotating.holders(post) for post in POSTS] == [["p-1"], ["p-2"], ["p-3"], []]
    shown = rotating.shown(rotation_id)
    assert shown.state is RotationState.CANCELLED
    assert shown.undo is not None
    assert (shown.undo.changed, shown.undo.refused) == (4, 0)


def test_a_plan_is_dropped_by_whoever_may_approve_it(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    assert rotating.cancel(rotation_id, by=rotating.approver).job_id == ""

    cancelled = rotating.shown(rotation_id).cancelled
    assert cancelled is not None
    assert (cancelled.name, cancelled.reason) == ("Bayu", "Salah unggah")


def test_cancelling_twice_is_said_to_be_done_and_somebody_elses_is_decided(rotating: Rotating) -> None:
    rotation_id = rotating.applied((1, "vacant"))
    first, again = rotating.cancel(rotation_id), rotating.cancel(rotation_id)
    assert (again.job_id, again.already) == (first.job_id, True)
    with pytest.raises(RotationDecided):
        rotating.cancel(rotation_id, by=rotating.approver)


def test_from_its_first_day_on_nothing_is_undone(rotating: Rotating) -> None:
    rotation_id = rotating.applied((1, "vacant"))
    rotating.desk.clock.pass_(days=7)
    assert not rotating.shown(rotation_id).may_cancel
    with pytest.raises(RotationBegun):
        rotating.cancel(rotation_id)
    assert rotating.posts_of("p-1", FIRST_DAY) == ["vacant"]


def test_while_it_is_written_it_is_not_undone(rotating: Rotating) -> None:
    rotation_id = rotating.planned((1, "vacant"))
    rotating.approve(rotation_id)
    with pytest.raises(RotationMoving):
        rotating.cancel(rotation_id)


def test_without_a_plan_there_is_nothing_to_cancel(rotating: Rotating) -> None:
    with pytest.raises(RotationNotPlanned):
        rotating.cancel(rotating.send(moves_file()))
    with pytest.raises(RecordMissing):
        rotating.desk.call(cancel_rotation, RotationToCancel("none", "Salah"), by=rotating.planner)
