"""Suspending an account, and never the last one that can administer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.account import PersonOfTheRegency, PersonOutsideYourOffice
from functions.portal.domain.session import AccountSuspended, SessionEnded
from functions.portal.records import ACCOUNTS
from functions.portal.suspend_account import AccountHeld, AccountToSuspend, suspend_account
from shared.accounts.administrators import LastAdministrator
from shared.accounts.proof import ProofNeeded
from shared.directory.model import APPOINTMENTS, BY_PERSON, PERSONS
from shared.ports.identity import NotSignedIn
from shared.refusals import RecordMissing
from tests.portal.accounts import NIP, open_account, refreshed, sign_in_as
from tests.portal.offices import EVERYTHING, Office, at_a_browser_of_their_own, make_office

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

WHY = "Ponsel hilang"


@pytest.fixture
def office(desk: Desk) -> Office:
    made = make_office(desk)
    made.prove(made.administrator)
    made.prove(made.admin_opd)
    return made


def suspend(office: Office, person: Actor, by: Actor) -> AccountHeld:
    answer: AccountHeld = office.desk.call(suspend_account, AccountToSuspend(person.id, WHY), by=by)
    return answer


def another_administrator(office: Office, *logins: str) -> Actor:
    second = at_a_browser_of_their_own(office.desk, office.desk.employee("Bayu", *EVERYTHING))
    if logins:
        open_account(office.desk, second, *logins)
    return second


def test_whoever_is_suspended_is_signed_out_and_cannot_come_in(desk: Desk, office: Office, aditya: Actor) -> None:
    answer, cookie = sign_in_as(desk)

    held = suspend(office, aditya, office.admin_opd)

    assert (held.already, held.signed_out) == (False, 1)
    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)
    with pytest.raises(AccountSuspended):
        sign_in_as(desk, NIP)
    desk.clock.pass_(minutes=1)
    fresh = type(desk.identity)(lambda: ["a key of the tests, long enough to sign"], desk.records)
    with pytest.raises(NotSignedIn):
        fresh.actor(answer.access_token, desk.clock.now())
    account = desk.found(ACCOUNTS, aditya.id)
    assert account is not None
    assert account.suspension is not None
    assert (account.suspension.reason, account.suspension.by) == (WHY, office.admin_opd.id)


def test_suspending_twice_changes_nothing(desk: Desk, office: Office, aditya: Actor) -> None:
    suspend(office, aditya, office.admin_opd)
    before = desk.records.get(PERSONS.stored, aditya.id)
    assert suspend(office, aditya, office.administrator).already
    assert desk.records.get(PERSONS.stored, aditya.id) == before


def test_it_asks_for_a_fresh_proof(desk: Desk, office: Office, aditya: Actor) -> None:
    desk.clock.pass_(minutes=6)
    with pytest.raises(ProofNeeded):
        suspend(office, aditya, office.admin_opd)


def test_an_opds_administrator_suspends_neither_elsewhere_nor_above(desk: Desk, office: Office) -> None:
    elsewhere = desk.employee("Eko", organisation="dinsos")
    powerful = desk.employee("Kuat", *EVERYTHING, organisation="bapenda")
    with pytest.raises(PersonOutsideYourOffice):
        suspend(office, elsewhere, office.admin_opd)
    with pytest.raises(PersonOfTheRegency):
        suspend(office, powerful, office.admin_opd)
    with pytest.raises(RecordMissing):
        suspend(office, replace(elsewhere, id="p-tidak-ada"), office.administrator)


def test_the_last_administrator_is_told_what_to_do_first(office: Office) -> None:
    with pytest.raises(LastAdministrator, match="administrator lain"):
        suspend(office, office.administrator, office.administrator)


def test_another_who_has_no_password_yet_does_not_count(office: Office) -> None:
    another_administrator(office)
    with pytest.raises(LastAdministrator):
        suspend(office, office.administrator, office.administrator)


def test_another_who_will_leave_does_not_count(desk: Desk, office: Office) -> None:
    second = another_administrator(office, "bayu@kominfo.example")
    [appointment] = desk.all(APPOINTMENTS, BY_PERSON, second.id)
    desk.given(APPOINTMENTS, replace(appointment, ends_on=desk.clock.now().date() + timedelta(days=90)))
    with pytest.raises(LastAdministrator):
        suspend(office, office.administrator, office.administrator)


def test_one_of_two_may_go(office: Office) -> None:
    another_administrator(office, "bayu@kominfo.example")
    assert not suspend(office, office.administrator, office.administrator).already


def test_two_administrators_who_suspend_each_other_at_once_leave_one(desk: Desk, office: Office) -> None:
    first, second = office.administrator, another_administrator(office, "bayu@kominfo.example")
    office.prove(second)
    for _ in range(5):

        def one(pair: tuple[Actor, Actor]) -> bool:
            try:
                suspend(office, pair[0], pair[1])
            except LastAdministrator:
                return False
            return True

        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(one, [(first, second), (second, first)]))
        assert sorted(done) == [False, True]
        for actor in (first, second):
            person = desk.found(PERSONS, actor.id)
            assert person is not None
            desk.given(PERSONS, replace(person, suspended=False))
