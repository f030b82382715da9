"""Opening an account, and helping who forgot the password, by a one-time code."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.account import (
    LoginTaken,
    NothingToSignInWith,
    PersonOfTheRegency,
    PersonOutsideYourOffice,
)
from functions.portal.issue_account_code import AccountToOpen, issue_account_code
from functions.portal.records import ACCOUNTS
from shared.accounts.proof import ProofNeeded
from shared.directory.model import PERSONS, Person
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.portal.accounts import open_account
from tests.portal.offices import NEW_NIP, Office, make_office

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def test_the_code_is_told_once_in_syllables_and_is_good_for_three_days(desk: Desk, office: Office) -> None:
    answer = desk.call(issue_account_code, AccountToOpen(office.newcomer.id), by=office.admin_opd)

    assert re.fullmatch(r"([bdfghjklmnprstwz][aeiou]-){4}[bdfghjklmnprstwz][aeiou]", answer.code)
    assert answer.expires_at == desk.clock.now() + timedelta(hours=72)
    account = desk.found(ACCOUNTS, office.newcomer.id)
    assert account is not None
    assert account.code_until == answer.expires_at
    assert answer.code not in "".join(map(str, desk.journal()))


def test_sent_again_under_the_same_key_it_is_another_code(desk: Desk, office: Office) -> None:
    asked = AccountToOpen(office.newcomer.id)
    codes = {desk.call(issue_account_code, asked, by=office.admin_opd, key="once").code for _ in range(2)}
    assert len(codes) == 2


def test_no_two_codes_are_alike(office: Office) -> None:
    assert len({office.code(office.newcomer) for _ in range(8)}) == 8


def test_the_regencys_administrator_opens_an_account_for_who_holds_no_post_yet(desk: Desk, office: Office) -> None:
    desk.given(PERSONS, Person("p-baru", "Baru", email="baru@kominfo.example"))
    nobody = desk.signed_in("p-baru")

    assert office.code(nobody, by=office.administrator)
    with pytest.raises(PersonOutsideYourOffice):
        office.code(nobody)


def test_an_opds_administrator_reaches_the_offices_below_and_no_other(desk: Desk, office: Office) -> None:
    desk.organisation("bapenda-upt", "bapenda")
    below = desk.employee("Upik", organisation="bapenda-upt", nip="199001012020122904")
    elsewhere = desk.employee("Eko", organisation="dinsos", nip="199001012020121905")

    assert office.code(below)
    with pytest.raises(PersonOutsideYourOffice, match="administrator OPD orang itu"):
        office.code(elsewhere)


def test_an_opds_administrator_does_not_reset_who_has_rights_of_the_regency(desk: Desk, office: Office) -> None:
    powerful = desk.employee("Kuat", Permission.WATCH_SYSTEM, organisation="bapenda", nip="199001012020121906")
    with pytest.raises(PersonOfTheRegency):
        office.code(powerful)


def test_who_has_a_password_is_reset_only_after_a_fresh_proof(desk: Desk, office: Office, aditya: Actor) -> None:
    with pytest.raises(ProofNeeded):
        office.code(aditya)

    office.prove(office.admin_opd)
    assert office.code(aditya)

    desk.clock.pass_(minutes=5, seconds=1)
    with pytest.raises(ProofNeeded):
        office.code(aditya)


def test_who_has_neither_nip_nor_address_cannot_be_invited(desk: Desk, office: Office) -> None:
    nameless = desk.employee("Tanpa", organisation="bapenda")
    with pytest.raises(NothingToSignInWith):
        office.code(nameless)


def test_a_number_by_which_somebody_else_signs_in_is_refused(desk: Desk, office: Office) -> None:
    open_account(desk, office.admin_opd, NEW_NIP)
    with pytest.raises(LoginTaken):
        office.code(office.newcomer)


def test_nobody_is_not_found(desk: Desk, office: Office) -> None:
    with pytest.raises(RecordMissing):
        desk.call(issue_account_code, AccountToOpen("p-tidak-ada"), by=office.administrator)
