"""Being back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import OutsideYourOffice
from shared.directory.model import APPOINTMENTS, BY_POSITION
from shared.refusals import InvalidField, RecordMissing
from shared.rules.appointment import AppointmentKind

if TYPE_CHECKING:
    from tests.directory.absent import Office

SECRETARY = ("kadis", "siti")


def test_who_is_back_earlier_acts_again_and_the_plh_no_longer(office: Office) -> None:
    absence_id = office.away(0, 9, SECRETARY).absence_id
    office.desk.clock.pass_(days=3)

    assert not office.back(absence_id, 2).taken_back
    assert office.shown().items == ()
    assert office.desk.signed_in("siti", "now").position_ids == ("sekdis",)
    kinds = [it.kind for it in office.desk.all(APPOINTMENTS, BY_POSITION, "kadis")]
    assert AppointmentKind.PLH in kinds, "that somebody acted stays recorded"


def test_an_absence_that_has_not_begun_is_taken_back_whole(office: Office) -> None:
    before = office.desk.all(APPOINTMENTS, BY_POSITION, "kadis")
    absence_id = office.away(5, 9, SECRETARY).absence_id

    assert office.back(absence_id, 4).taken_back
    assert office.shown().items == ()
    assert office.desk.all(APPOINTMENTS, BY_POSITION, "kadis") == before
    office.away(5, 9, SECRETARY)


def test_an_absence_without_a_stand_in_ends_alone(office: Office) -> None:
    absence_id = office.away(0, 9).absence_id
    office.back(absence_id, 1)
    assert (office.shown().items[0].ends_on - office.shown().items[0].starts_on).days == 1


def test_only_oneself_and_who_manages_the_office_end_it(office: Office) -> None:
    absence_id = office.away().absence_id
    with pytest.raises(NotYourAbsence):
        office.back(absence_id, 1, by=office.clerk, of="nurul")
    with pytest.raises(OutsideYourOffice):
        office.back(absence_id, 1, by=office.other_admin, of="nurul")
    office.back(absence_id, 1, by=office.admin, of="nurul")


def test_none_is_not_found_and_the_past_stays(office: Office) -> None:
    absence_id = office.away(-5, 9).absence_id
    with pytest.raises(RecordMissing):
        office.back("none", 1)
    with pytest.raises(InvalidField):
        office.back(absence_id, -3)
