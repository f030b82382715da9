"""Recording that somebody is away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.directory.declare_absence import NewAbsence, declare_absence
from functions.directory.domain.absence import (
    AbsenceOverlaps,
    NotYourAbsence,
    StandInAway,
    StandInTooLong,
    StandInUnfit,
)
from functions.directory.domain.appointing import (
    AlreadyAppointed,
    NobodyAway,
    OutsideYourOffice,
    PostActedFor,
    PostOfTheRegency,
)
from functions.directory.domain.positions import PositionAbolished
from shared.directory.directory import Directory
from shared.directory.model import APPOINTMENTS, POSITIONS, Position
from shared.directory.standing import ROLES, STANDINGS, Role
from shared.permissions import Permission
from shared.refusals import InvalidField, RecordMissing
from shared.rules.acting_for import AbsenceKind, StandIn
from shared.rules.appointment import Appointment, AppointmentKind
from tests.directory.absent import ORDER, TODAY, on

if TYPE_CHECKING:
    from tests.directory.absent import Office

SECRETARY = ("kadis", "siti")


def test_the_plh_has_the_heads_rights_for_those_days_and_no_longer(office: Office) -> None:
    office.away(0, 3, SECRETARY)

    acting = office.desk.signed_in("siti", "today", "kadis")
    assert acting.position_title == "Plh. Jabatan kadis"
    assert acting.permissions == {Permission.ORGANISE_AGENDA}
    office.desk.clock.pass_(days=4)
    assert office.desk.signed_in("siti", "later").position_ids == ("sekdis",)
    assert office.desk.found(STANDINGS, "siti") == Directory(office.desk.records, office.desk.clock.now()).standing(
        "siti"
    )


def test_who_is_away_for_long_without_a_stand_in_is_told_which_post_is_left_alone(office: Office) -> None:
    assert office.away(0, 3).left_alone == ()
    assert office.away(10, 20).left_alone == ("Jabatan kadis",)
    assert office.away(30, 40, SECRETARY).left_alone == ()
    assert office.away(0, 30, by=office.clerk).left_alone == ()


def test_an_administrator_records_it_for_the_own_office_alone(office: Office) -> None:
    office.away(by=office.admin, of="nurul", stand_in=SECRETARY)
    office.away(20, 25, by=office.regency, of="nurul")
    with pytest.raises(OutsideYourOffice):
        office.away(by=office.other_admin, of="nurul")
    with pytest.raises(NotYourAbsence):
        office.away(by=office.clerk, of="nurul")
    assert len(office.shown().items) == 2


def test_nobody_is_away_twice_on_a_day(office: Office) -> None:
    office.away()
    with pytest.raises(AbsenceOverlaps):
        office.away(9, 12)


def test_a_stand_in_who_is_unfit_away_or_for_too_long_is_refused(office: Office) -> None:
    with pytest.raises(StandInUnfit):
        office.away(stand_in=("kadis", "joni"))
    with pytest.raises(StandInUnfit):
        office.away(by=office.clerk, stand_in=("staf", "siti"))
    with pytest.raises(StandInTooLong):
        office.away(0, 90, SECRETARY)
    office.away(2, 5, by=office.secretary)
    with pytest.raises(StandInAway):
        office.away(stand_in=SECRETARY)
    office.away(stand_in=("kadis", "bayu"))


def test_one_post_has_one_plh_and_only_of_its_holder(office: Office) -> None:
    twice = (StandIn("kadis", "siti"), StandIn("kadis", "bayu"))
    wrong = (twice, (StandIn("sekdis", "bayu"),), (StandIn("kadis", "nurul"),))
    for stand_ins in wrong:
        new = NewAbsence(AbsenceKind.SAKIT, TODAY, on(3), None, ORDER, stand_ins)
        with pytest.raises(InvalidField):
            office.desk.call(declare_absence, new, by=office.head)
    for nobody in (StandIn("kadis", "nobody"), StandIn("none", "siti")):
        new = NewAbsence(AbsenceKind.SAKIT, TODAY, on(3), None, ORDER, (nobody,))
        with pytest.raises(RecordMissing):
            office.desk.call(declare_absence, new, by=office.head)


def test_a_post_that_somebody_acts_in_already_gets_no_second_plh(office: Office) -> None:
    office.desk.given(APPOINTMENTS, Appointment("kadis", "bayu", AppointmentKind.PLH, TODAY, on(2)))
    with pytest.raises(PostActedFor):
        office.away(stand_in=SECRETARY)
    office.desk.given(APPOINTMENTS, Appointment("kadis", "siti", AppointmentKind.PLH, TODAY, on(0)))
    with pytest.raises(AlreadyAppointed):
        office.away(stand_in=SECRETARY)


def test_a_post_whose_rights_reach_beyond_the_office_is_lent_by_the_regency_alone(office: Office) -> None:
    office.desk.given(ROLES, Role("role-kadis", "Pengelola", (Permission.MANAGE_DIRECTORY,)))
    with pytest.raises(PostOfTheRegency):
        office.away(by=office.admin, of="nurul", stand_in=SECRETARY)
    office.away(by=office.regency, of="nurul", stand_in=SECRETARY)


def test_a_post_that_is_abolished_meanwhile_needs_no_plh_to_its_end(office: Office) -> None:
    office.desk.given(POSITIONS, Position("kadis", "dinsos", "Jabatan kadis", "II.b", ends_on=on(3)))
    with pytest.raises(PositionAbolished):
        office.away(0, 9, SECRETARY)
    office.away(0, 3, SECRETARY)


def test_of_two_who_record_it_at_one_moment_one_does(office: Office) -> None:
    def is_recorded(stand_in: str) -> bool:
        try:
            office.away(by=office.admin, of="nurul", stand_in=("kadis", stand_in))
        except (AbsenceOverlaps, PostActedFor, NobodyAway):
            return False
        return True

    with ThreadPoolExecutor(2) as crowd:
        assert sorted(crowd.map(is_recorded, ("siti", "bayu"))) == [False, True]
    [post] = office.shown().posts
    assert (len(office.shown().items), len(post.stand_ins)) == (1, 1)
