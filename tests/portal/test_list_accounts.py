"""The accounts that somebody looks after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.account import AccountState
from functions.portal.domain.sign_in import LockedOut, WrongCredentials
from functions.portal.list_accounts import AccountSearch, list_accounts
from functions.portal.suspend_account import AccountToSuspend, suspend_account
from shared.directory.model import PERSON_CARDS, PERSONS
from shared.directory.people import card_of
from tests.portal.accounts import NIP, sign_in_as
from tests.portal.offices import Office, make_office

if TYPE_CHECKING:
    from functions.portal.listed_account import ListedAccount
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk, aditya: Actor) -> Office:
    made = make_office(desk)
    for person_id in (aditya.id, made.newcomer.id, made.admin_opd.id, made.administrator.id):
        person = desk.found(PERSONS, person_id)
        assert person is not None
        desk.given(PERSON_CARDS, card_of(person, f"Jabatan {person.name}", "Dinas", "dinas"))
    return made


def accounts(office: Office, text: str = "", by: Actor | None = None) -> dict[str, ListedAccount]:
    found = office.desk.call(list_accounts, AccountSearch(text), by=by or office.admin_opd)
    assert not found.more
    return {it.name: it for it in found.items}


def test_words_find_people_of_ones_own_office_and_of_no_other(office: Office) -> None:
    assert accounts(office, "dinas").keys() == {"Aditya", "Budi", "Dewi"}
    assert accounts(office, "dinas", by=office.administrator).keys() == {"Aditya", "Budi", "Dewi", "Fajar"}
    assert accounts(office, "fajar") == {}


def test_each_account_says_what_it_is_like(desk: Desk, office: Office, aditya: Actor) -> None:
    sign_in_as(desk)
    found = accounts(office, "dinas")
    assert found["Budi"].state is AccountState.ABSENT
    assert found["Budi"].organisation_name == "Dinas Bapenda"
    assert (found["Aditya"].state, found["Aditya"].last_sign_in_at) == (AccountState.ACTIVE, desk.clock.now())

    office.code(office.newcomer)
    office.prove(office.admin_opd)
    desk.call(suspend_account, AccountToSuspend(aditya.id, "Ponsel hilang"), by=office.admin_opd)
    found = accounts(office, "dinas")
    assert found["Budi"].state is AccountState.INVITED
    assert found["Budi"].code_until is not None
    assert found["Aditya"].state is AccountState.SUSPENDED
    assert found["Aditya"].suspension is not None
    assert (found["Aditya"].suspension.reason, found["Aditya"].suspension.by) == ("Ponsel hilang", "Dewi")


def test_without_words_those_come_who_are_suspended_or_have_not_used_their_code(
    desk: Desk, office: Office, aditya: Actor
) -> None:
    assert accounts(office) == {}
    office.code(office.newcomer)
    office.prove(office.admin_opd)
    desk.call(suspend_account, AccountToSuspend(aditya.id, "Ponsel hilang"), by=office.admin_opd)
    assert list(accounts(office)) == ["Aditya", "Budi"]


def test_a_lock_after_wrong_passwords_shows_until_it_is_over(desk: Desk, office: Office) -> None:
    for _ in range(5):
        with pytest.raises((WrongCredentials, LockedOut)):
            sign_in_as(desk, NIP, "bukan-sandinya")
    assert accounts(office, "aditya")["Aditya"].locked_until is not None
    desk.clock.pass_(seconds=30)
    assert accounts(office, "aditya")["Aditya"].locked_until is None
