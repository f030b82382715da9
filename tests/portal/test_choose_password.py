"""Choosing a password by the code that somebody handed over."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from functions.portal.choose_password import PasswordToChoose, choose_password
from functions.portal.domain.one_time_code import WrongCode
from functions.portal.domain.password import PasswordTooWeak
from functions.portal.domain.session import SessionEnded
from functions.portal.domain.sign_in import LockedOut, WrongCredentials
from functions.portal.list_notices import WhichNotices, list_notices
from functions.portal.records import ACCOUNTS, ONE_TIME_CODES
from functions.portal.show_notice_preferences import show_notice_preferences
from functions.portal.show_profile import show_profile
from shared.actor import guest
from shared.rules.notice import NoticeKind
from shared.values import Secret
from tests.portal.accounts import NIP, OFFICE, PASSWORD, refreshed, sign_in_as
from tests.portal.offices import NEW_NIP, Office, make_office

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

CHOSEN = "beras sapu bulan genteng"
TOO_SHORT = "pendek"
ANOTHER = "sendok garpu piring gelas"
NONE = "ba-ki-do-lu-me"


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def choose(desk: Desk, code: str, login: str = NEW_NIP, *, password: str = CHOSEN, address: str = OFFICE) -> int:
    chosen = PasswordToChoose(login, Secret(code), Secret(password))
    return int(desk.call(choose_password, chosen, by=guest(address)).signed_out)


def test_somebody_new_chooses_a_password_and_signs_in(desk: Desk, office: Office) -> None:
    assert choose(desk, office.code(office.newcomer)) == 0

    assert sign_in_as(desk, NEW_NIP, CHOSEN)[0].person.id == office.newcomer.id
    account = desk.found(ACCOUNTS, office.newcomer.id)
    assert account is not None
    assert (account.password_at, account.code_until) == (desk.clock.now(), None)
    assert account.code_by == office.admin_opd.id


def test_the_profile_tells_the_person_by_whose_code_the_password_was_chosen(desk: Desk, office: Office) -> None:
    choose(desk, office.code(office.newcomer))
    profile = desk.call(show_profile, by=office.newcomer)
    assert (profile.password_at, profile.password_code_by) == (desk.clock.now(), "Dewi")


def test_the_person_is_told_that_the_password_was_chosen_and_cannot_choose_not_to_be(
    desk: Desk, office: Office
) -> None:
    choose(desk, office.code(office.newcomer))
    desk.deliver()
    [notice] = desk.call(list_notices, WhichNotices(), by=office.newcomer).items
    assert (notice.kind, notice.link, notice.is_urgent) == (NoticeKind.PASSWORD_CHOSEN, "/profil", True)
    assert notice.detail.startswith("Selasa, 24 November 2026")
    choices = desk.call(show_notice_preferences, by=office.newcomer).choices
    assert NoticeKind.PASSWORD_CHOSEN not in {it.kind for it in choices}


def test_who_forgot_it_chooses_another_and_is_signed_out_everywhere(desk: Desk, office: Office, aditya: Actor) -> None:
    _, cookie = sign_in_as(desk)
    office.prove(office.admin_opd)

    assert choose(desk, office.code(aditya), NIP) == 1

    with pytest.raises(SessionEnded):
        refreshed(desk, cookie)
    with pytest.raises(WrongCredentials):
        sign_in_as(desk, NIP, PASSWORD)
    assert sign_in_as(desk, NIP, CHOSEN)[0].person.id == aditya.id


def test_until_it_is_used_the_old_password_still_signs_in(desk: Desk, office: Office, aditya: Actor) -> None:
    office.prove(office.admin_opd)
    office.code(aditya)
    assert sign_in_as(desk)[0].person.id == aditya.id


def test_a_code_is_used_once(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)
    choose(desk, code)
    with pytest.raises(WrongCode):
        choose(desk, code, password=ANOTHER)


def test_a_new_code_voids_the_one_before(desk: Desk, office: Office) -> None:
    old, new = office.code(office.newcomer), office.code(office.newcomer)
    with pytest.raises(WrongCode):
        choose(desk, old)
    assert choose(desk, new) == 0


def test_a_code_is_good_for_three_days(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)
    desk.clock.pass_(hours=72)
    with pytest.raises(WrongCode):
        choose(desk, code)


def test_after_ten_wrong_guesses_from_anywhere_the_code_is_void(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)
    stored = desk.found(ONE_TIME_CODES, office.newcomer.id)
    assert stored is not None
    desk.given(ONE_TIME_CODES, replace(stored, wrong=9))
    with pytest.raises(WrongCode):
        choose(desk, NONE, address="198.51.100.7")
    with pytest.raises(WrongCode):
        choose(desk, code)


def test_wrong_guesses_from_one_address_lock_it(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongCode) as refusal:
            choose(desk, NONE)
        assert refusal.value.facts["attempts_left"] == left
    for guess in (NONE, code):
        with pytest.raises(LockedOut):
            choose(desk, guess)


def test_an_unknown_name_is_answered_exactly_like_a_wrong_code(desk: Desk, office: Office) -> None:
    office.code(office.newcomer)

    def problem(login: str) -> dict[str, Any]:
        body = {"login": login, "code": NONE, "password": CHOSEN}
        answer: dict[str, Any] = desk.request(choose_password, json_body=body).get_json()
        return {name: value for name, value in answer.items() if name != "instance"}

    assert problem(NEW_NIP) == problem("tidak.ada@example")


def test_a_weak_password_is_refused_and_the_code_stays_good(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)
    with pytest.raises(PasswordTooWeak):
        choose(desk, code, password=TOO_SHORT)
    assert choose(desk, code) == 0


def test_of_two_who_use_a_code_at_once_one_chooses(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)

    def one(password: str) -> str | None:
        try:
            choose(desk, code, password=password)
        except WrongCode:
            return None
        return password

    with ThreadPoolExecutor(2) as pool:
        [won] = filter(None, pool.map(one, ["sandi pertama yang panjang", "sandi kedua yang panjang"]))
    assert sign_in_as(desk, NEW_NIP, won)[0].person.id == office.newcomer.id


def test_neither_code_nor_password_is_in_the_journal_nor_the_code_in_the_store(desk: Desk, office: Office) -> None:
    code = office.code(office.newcomer)
    choose(desk, code)

    written = "".join(map(str, desk.journal()))
    assert "choose_password" in written
    stored = desk.found(ONE_TIME_CODES, office.newcomer.id)
    assert stored is not None
    assert stored.code_hash.reveal().startswith("$argon2id$")
    for text in (code, code.replace("-", ""), CHOSEN):
        assert text not in written
        assert text not in str(replace(stored, code_hash=Secret("")))
