"""Restoring a suspended account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.account import PersonOutsideYourOffice
from functions.portal.restore_account import AccountToRestore, restore_account
from functions.portal.suspend_account import AccountToSuspend, suspend_account
from shared.accounts.proof import ProofNeeded
from tests.portal.accounts import sign_in_as
from tests.portal.offices import Office, make_office

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk, aditya: Actor) -> Office:
    made = make_office(desk)
    made.prove(made.admin_opd)
    desk.call(suspend_account, AccountToSuspend(aditya.id, "Cuti di luar tanggungan"), by=made.admin_opd)
    return made


def test_the_person_signs_in_again_with_what_they_had(desk: Desk, office: Office, aditya: Actor) -> None:
    restoring = AccountToRestore(aditya.id)
    assert not desk.call(restore_account, restoring, by=office.admin_opd).already
    assert sign_in_as(desk)[0].person.id == aditya.id
    assert desk.call(restore_account, restoring, by=office.admin_opd).already


def test_it_asks_for_a_fresh_proof(desk: Desk, office: Office, aditya: Actor) -> None:
    desk.clock.pass_(minutes=6)
    with pytest.raises(ProofNeeded):
        desk.call(restore_account, AccountToRestore(aditya.id), by=office.admin_opd)


def test_an_account_of_another_office_is_out_of_reach(desk: Desk, office: Office) -> None:
    elsewhere = desk.employee("Eko", organisation="dinsos")
    with pytest.raises(PersonOutsideYourOffice):
        desk.call(restore_account, AccountToRestore(elsewhere.id), by=office.admin_opd)
