"""Ending that somebody prepares in a chief's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import OutsideYourOffice
from functions.directory.end_aide import AideToEnd, end_aide
from shared.refusals import RecordMissing
from tests.directory.absent import TODAY, on

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.directory.absent import Office


def end(office: Office, by: Actor, last: int = 0, aide: str = "staf") -> None:
    office.desk.call(end_aide, AideToEnd("kadis", aide, TODAY, on(last)), by=by)


def test_after_the_last_day_nobody_prepares(office: Office) -> None:
    office.aide()
    end(office, office.head)
    assert office.shown(by=office.clerk).prepares_for == ("Jabatan kadis",)
    office.desk.clock.pass_(days=1)
    assert office.shown(by=office.clerk).prepares_for == ()
    assert office.shown().posts[0].aides == ()


def test_one_that_has_not_begun_is_taken_away(office: Office) -> None:
    office.aide()
    end(office, office.admin, last=-1)
    assert office.shown().posts[0].aides == ()


def test_nobody_else_ends_it_and_none_is_not_found(office: Office) -> None:
    office.aide()
    with pytest.raises(NotYourAbsence):
        end(office, office.clerk)
    with pytest.raises(OutsideYourOffice):
        end(office, office.other_admin)
    with pytest.raises(RecordMissing):
        end(office, office.head, aide="sekdis")
