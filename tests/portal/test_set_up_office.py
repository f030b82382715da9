"""Setting an office up by the code that the server has printed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from functions.portal.domain.one_time_code import OFFICE
from functions.portal.domain.password import PasswordTooWeak
from functions.portal.domain.set_up import OfficeSetUpBefore, SetUpCodeVoid, WrongSetUpCode
from functions.portal.domain.sign_in import LockedOut
from functions.portal.office import OfficeExists, prepare_office
from functions.portal.records import ONE_TIME_CODES
from functions.portal.set_up_office import OfficeToSetUp, set_up_office
from functions.portal.show_profile import show_profile
from functions.portal.show_sign_in_ways import show_sign_in_ways
from shared.actor import guest
from shared.permissions import Permission
from shared.refusals import InvalidField
from shared.values import Secret
from tests.desk import Desk
from tests.portal.accounts import NIP, sign_in_as

NAME = "Pemerintah Kabupaten Mojokerto"
CHOSEN = "beras sapu bulan genteng"
TOO_SHORT = "pendek"


@pytest.fixture
def code(desk: Desk) -> str:
    return prepare(desk)


def prepare(desk: Desk, seed: str = "first") -> str:
    return prepare_office(desk, NAME, Secret(seed))[0]


def set_up(desk: Desk, code: str, login: str = NIP, password: str = CHOSEN, address: str = "192.0.2.1") -> str:
    office = OfficeToSetUp(Secret(code), "  Rini   Astuti, S.Kom. ", login, Secret(password))
    return str(desk.call(set_up_office, office, by=guest(address)).person_id)


@pytest.mark.parametrize("login", [NIP, "19940922 201903 1 903", "Rini@kominfo.example"])
def test_the_first_administrator_holds_a_post_signs_in_and_may_administer(desk: Desk, code: str, login: str) -> None:
    assert desk.call(show_sign_in_ways, by=guest("192.0.2.1")).awaits_set_up

    person_id = set_up(desk, code, login)

    assert sign_in_as(desk, login, CHOSEN)[0].person.id == person_id
    actor = desk.signed_in(person_id)
    assert {Permission.MANAGE_DIRECTORY, Permission.MANAGE_OFFICE, Permission.WATCH_SYSTEM} <= actor.permissions
    profile = desk.call(show_profile, by=actor)
    assert profile.person.name == "Rini Astuti, S.Kom."
    assert [(it.title, it.organisation_name) for it in profile.positions] == [("Administrator Kabupaten", NAME)]
    assert not desk.call(show_sign_in_ways, by=guest("192.0.2.1")).awaits_set_up


@pytest.mark.parametrize("typed", ["BA KI DO", "with spaces and capitals"])
def test_a_code_is_taken_however_it_is_typed(desk: Desk, code: str, typed: str) -> None:
    spaced = code.replace("-", " ")
    assert set_up(desk, spaced.upper() if typed.isupper() else f" {spaced.title()} ")


def test_a_code_used_twice_is_refused_by_name(desk: Desk, code: str) -> None:
    set_up(desk, code)
    with pytest.raises(OfficeSetUpBefore):
        set_up(desk, code, "lain@kominfo.example")
    with pytest.raises(OfficeExists, match="sudah punya administrator"):
        prepare(desk, "again")


def test_an_office_that_never_was_to_be_set_up_is_refused_alike(desk: Desk) -> None:
    with pytest.raises(OfficeSetUpBefore):
        set_up(desk, "ba-ki-do-lu-me-ra-to-si")


def test_a_new_code_voids_the_one_before(desk: Desk, code: str) -> None:
    new = prepare(desk, "second")
    with pytest.raises(WrongSetUpCode):
        set_up(desk, code)
    assert set_up(desk, new)


def test_a_code_is_good_for_an_hour(desk: Desk, code: str) -> None:
    desk.clock.pass_(minutes=60)
    with pytest.raises(SetUpCodeVoid, match="make init sekali lagi"):
        set_up(desk, code)


def test_after_ten_wrong_guesses_from_anywhere_the_code_is_void(desk: Desk, code: str) -> None:
    stored = desk.found(ONE_TIME_CODES, OFFICE)
    assert stored is not None
    desk.given(ONE_TIME_CODES, replace(stored, wrong=9))
    with pytest.raises(WrongSetUpCode):
        set_up(desk, "ba-ki-do-lu-me-ra-to-si")
    with pytest.raises(SetUpCodeVoid):
        set_up(desk, code)


def test_wrong_guesses_from_one_address_lock_it(desk: Desk, code: str) -> None:
    for expected in (WrongSetUpCode, WrongSetUpCode, WrongSetUpCode, WrongSetUpCode, LockedOut):
        with pytest.raises(expected):
            set_up(desk, "ba-ki-do-lu-me-ra-to-si")
    with pytest.raises(LockedOut):
        set_up(desk, code)


@pytest.mark.parametrize(("login", "sentence"), [("199413222019031903", "Tanggal lahir"), ("rini@", "Surel tidak sah")])
def test_a_number_that_is_none_is_pointed_at(desk: Desk, code: str, login: str, sentence: str) -> None:
    with pytest.raises(InvalidField, match=sentence):
        set_up(desk, code, login)


def test_a_weak_password_is_refused_and_the_code_stays_good(desk: Desk, code: str) -> None:
    with pytest.raises(PasswordTooWeak):
        set_up(desk, code, password=TOO_SHORT)
    assert set_up(desk, code)


def test_of_two_at_once_one_becomes_the_administrator(desk: Desk, code: str) -> None:
    def one(login: str) -> str | None:
        try:
            return set_up(desk, code, login)
        except (OfficeSetUpBefore, WrongSetUpCode):
            return None

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(one, ["satu@kominfo.example", "dua@kominfo.example"]))
    assert len([it for it in made if it]) == 1


def test_neither_code_nor_password_nor_number_is_in_the_journal(desk: Desk, code: str) -> None:
    set_up(desk, code)
    written = "".join(map(str, desk.journal()))
    assert "set_up_office" in written
    for text in (code, code.replace("-", ""), CHOSEN, NIP):
        assert text not in written
