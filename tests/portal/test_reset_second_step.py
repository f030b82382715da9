"""Resetting the second step of who has lost their telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.account import PersonOutsideYourOffice
from functions.portal.domain.session import SessionEnded
from functions.portal.reset_second_step import SecondStepToReset, reset_second_step
from shared.accounts.proof import ProofNeeded
from tests.portal.accounts import refreshed, sign_in_as
from tests.portal.offices import Office, make_office
from tests.portal.second_steps import with_second_step

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def test_the_person_is_signed_out_and_signs_in_by_the_password_alone(desk: Desk, office: Office, aditya: Actor) -> None:
    _, cookie = sign_in_as(desk)
    with_second_step(desk, aditya)
    with pytest.raises(ProofNeeded):
        desk.call(reset_second_step, SecondStepToReset(aditya.id), by=office.admin_opd)
    office.prove(office.admin_opd)

    assert not desk.call(reset_second_step, SecondStepToReset(aditya.id), by=office.admin_opd).already

    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)
    assert sign_in_as(desk)[0].person.id == aditya.id
    assert desk.call(reset_second_step, SecondStepToReset(aditya.id), by=office.admin_opd).already


def test_somebody_of_another_office_is_out_of_reach(desk: Desk, office: Office) -> None:
    elsewhere = desk.employee("Eko", organisation="dinsos")
    office.prove(office.admin_opd)
    with pytest.raises(PersonOutsideYourOffice):
        desk.call(reset_second_step, SecondStepToReset(elsewhere.id), by=office.admin_opd)
