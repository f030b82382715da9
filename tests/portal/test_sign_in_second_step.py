"""Signing in with a second step."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.second_step import SecondStepNeeded, WrongSecondStep
from functions.portal.domain.sign_in import LockedOut, WrongCredentials
from functions.portal.records import SECOND_STEPS
from functions.portal.sign_in import Credentials, sign_in
from shared.actor import guest
from shared.values import Secret
from tests.portal.accounts import NIP, OFFICE, PASSWORD
from tests.portal.second_steps import RECOVERY, Authenticator, with_second_step

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def phone(desk: Desk, aditya: Actor) -> Authenticator:
    return with_second_step(desk, aditya)


def come(desk: Desk, code: Secret | str | None, password: str = PASSWORD, address: str = OFFICE) -> str:
    shown = Secret(code) if isinstance(code, str) else code
    answer = desk.call(sign_in, Credentials(NIP, Secret(password), shown), by=guest(address))
    assert answer.person.second_step
    return str(answer.person.id)


def test_the_right_password_asks_for_the_code_and_the_code_lets_in(
    desk: Desk, aditya: Actor, phone: Authenticator
) -> None:
    with pytest.raises(SecondStepNeeded):
        come(desk, None)
    assert come(desk, phone.code()) == aditya.id


def test_a_wrong_password_does_not_tell_that_there_is_a_second_step(desk: Desk, phone: Authenticator) -> None:
    for code in (None, phone.code()):
        with pytest.raises(WrongCredentials) as refusal:
            come(desk, code, "bukan-sandinya")
        assert type(refusal.value) is WrongCredentials


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_clocks_may_differ_by_half_a_minute(desk: Desk, aditya: Actor, phone: Authenticator, later: int) -> None:
    assert come(desk, phone.code(later)) == aditya.id


@pytest.mark.parametrize("later", [-2, 2])
def test_and_not_by_more(desk: Desk, phone: Authenticator, later: int) -> None:
    with pytest.raises(WrongSecondStep):
        come(desk, phone.code(later))


def test_a_code_is_taken_once_and_so_is_one_before_it(desk: Desk, aditya: Actor, phone: Authenticator) -> None:
    earlier, code = phone.code(-1), phone.code()
    come(desk, code)
    for used in (code, earlier):
        with pytest.raises(WrongSecondStep):
            come(desk, used)
    desk.clock.pass_(seconds=30)
    assert come(desk, phone.code()) == aditya.id


def test_of_two_who_show_the_same_code_at_once_one_comes_in(desk: Desk, phone: Authenticator) -> None:
    code = phone.code()

    def one(_: int) -> bool:
        try:
            come(desk, code)
        except WrongSecondStep:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(one, range(4))) == [False, False, False, True]


def test_wrong_codes_lock_the_second_step_wherever_they_come_from(desk: Desk, phone: Authenticator) -> None:
    for number, expected in enumerate([*[WrongSecondStep] * 4, LockedOut]):
        with pytest.raises(expected):
            come(desk, "000000", address=f"198.51.100.{number}")
    with pytest.raises(LockedOut):
        come(desk, phone.code())
    desk.clock.pass_(seconds=30)
    come(desk, phone.code())
    desk.clock.pass_(seconds=30)
    with pytest.raises(WrongSecondStep) as refusal:
        come(desk, "000000")
    assert refusal.value.facts["attempts_left"] == 4


@pytest.mark.parametrize("typed", [RECOVERY[1], RECOVERY[1].replace("-", " ").upper()])
def test_a_recovery_code_lets_in_once(desk: Desk, aditya: Actor, phone: Authenticator, typed: str) -> None:
    assert phone.code() != Secret(typed)
    assert come(desk, typed) == aditya.id
    with pytest.raises(WrongSecondStep):
        come(desk, typed)
    step = desk.found(SECOND_STEPS, aditya.id)
    assert step is not None
    assert step.recovery_left == 1
    assert come(desk, RECOVERY[0]) == aditya.id


def test_neither_secret_nor_code_is_in_the_journal(desk: Desk, phone: Authenticator) -> None:
    code = phone.code().reveal()
    come(desk, code)
    come(desk, RECOVERY[0])
    written = "".join(map(str, desk.journal()))
    assert code not in written
    assert RECOVERY[0] not in written
