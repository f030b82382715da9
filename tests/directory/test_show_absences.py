"""What the profile shows of absences, and who acts in a post on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import OutsideYourOffice
from functions.directory.show_absences import WhoseAbsences, show_absences
from shared.actor import service
from shared.directory.acting import who_acts
from shared.kernel.context import Call, ReadContext
from shared.refusals import RecordMissing
from shared.rules.acting_for import Acting
from shared.rules.appointment import AppointmentKind
from tests.directory.absent import TODAY, on

if TYPE_CHECKING:
    from datetime import date

    from tests.directory.absent import Office

DEFINITIF, PLH = AppointmentKind.DEFINITIF, AppointmentKind.PLH


def acting(office: Office, day: date) -> Acting:
    desk = office.desk
    return who_acts("kadis", day, ReadContext(Call(service("test"), desk.clock.now(), "r"), desk, desk.records))


def test_both_sides_see_who_acts_for_whom(office: Office) -> None:
    office.away(2, 9, ("kadis", "siti"))

    own, other = office.shown(), office.shown(by=office.secretary)
    [post] = own.posts
    assert [(it.title, it.name, it.starts_on, it.ends_on) for it in post.stand_ins] == [
        ("Plh. Jabatan kadis", "Siti", on(2), on(9))
    ]
    assert (own.items[0].lasts, post.may_have_stand_in) == (False, True)
    assert [it.title for it in other.acts_in] == ["Plh. Jabatan kadis"]
    assert [it.may_have_stand_in for it in office.shown(by=office.clerk).posts] == [False]


def test_what_is_over_is_not_shown(office: Office) -> None:
    office.away(0, 3, ("kadis", "siti"))
    office.desk.clock.pass_(days=4)
    assert (office.shown().items, office.shown().posts[0].stand_ins) == ((), ())


def test_every_system_learns_who_acts_on_a_day(office: Office) -> None:
    office.away(2, 9, ("kadis", "siti"))
    office.aide()

    assert acting(office, TODAY) == Acting("nurul", DEFINITIF, None, is_away=False, aide_position_ids=("staf",))
    assert acting(office, on(5)) == Acting("siti", PLH, "nurul", is_away=True, aide_position_ids=("staf",))
    assert acting(office, on(10)).person_id == "nurul"


def test_another_persons_absences_are_shown_to_who_manages_their_office(office: Office) -> None:
    office.away()
    assert len(office.shown(by=office.admin, of="nurul").items) == 1
    with pytest.raises(NotYourAbsence):
        office.shown(by=office.clerk, of="nurul")
    with pytest.raises(OutsideYourOffice):
        office.shown(by=office.other_admin, of="nurul")
    with pytest.raises(RecordMissing):
        office.desk.call(show_absences, WhoseAbsences("nobody"), by=office.regency)
