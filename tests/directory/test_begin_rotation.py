"""Announcing a file of moves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.directory.begin_rotation import begin_rotation
from shared.refusals import InvalidField
from tests.directory.rotating import BASIS, FIRST_DAY, TODAY, moves_file

if TYPE_CHECKING:
    from tests.directory.rotating import Rotating


def test_a_file_of_moves_may_come(rotating: Rotating) -> None:
    assert rotating.begin(moves_file()).url.startswith("/api/files/")


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_rotation_begins_tomorrow_at_the_earliest(rotating: Rotating, days: int) -> None:
    with pytest.raises(InvalidField):
        rotating.begin(moves_file(), TODAY + timedelta(days=days))


def test_who_manages_one_office_rotates_nobody(rotating: Rotating) -> None:
    body = {"first_day": f"{FIRST_DAY}", "basis": BASIS, "name": "a.csv", "size": 1, "sha256": "0" * 64}
    sent = rotating.desk.request(begin_rotation, json_body=body, token=rotating.desk.token(rotating.office))
    assert sent.status_code == 403
