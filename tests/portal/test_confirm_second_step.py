"""Confirming a second step by its first code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from functions.portal.begin_second_step import SecondStepToBegin, begin_second_step
from functions.portal.confirm_second_step import SecondStepToConfirm, confirm_second_step
from functions.portal.domain.second_step import SecondStepNeeded, SecondStepNotBegun, WrongSecondStep
from functions.portal.domain.sign_in import LockedOut
from functions.portal.show_profile import show_profile
from shared.directory.standing import STANDINGS
from shared.values import Secret
from tests.portal.accounts import sign_in_as
from tests.portal.offices import make_office
from tests.portal.second_steps import Authenticator

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def phone(desk: Desk, aditya: Actor) -> Authenticator:
    make_office(desk).prove(aditya)
    begun = desk.call(begin_second_step, SecondStepToBegin(), by=aditya)
    return Authenticator(desk, Secret(begun.secret))


def confirm(desk: Desk, by: Actor, code: Secret) -> tuple[str, ...]:
    codes: tuple[str, ...] = desk.call(confirm_second_step, SecondStepToConfirm(code), by=by).recovery_codes
    return codes


def test_until_a_code_was_shown_signing_in_asks_for_none(desk: Desk, aditya: Actor, phone: Authenticator) -> None:
    assert len(phone.code().reveal()) == 6
    assert sign_in_as(desk)[0].person.id == aditya.id


def test_from_then_on_signing_in_asks_for_it_and_the_profile_says_so(
    desk: Desk, aditya: Actor, phone: Authenticator
) -> None:
    codes = confirm(desk, aditya, phone.code())

    assert len(set(codes)) == 8
    assert all(re.fullmatch(r"([a-z]{2}-){6}[a-z]{2}", code) for code in codes)
    with pytest.raises(SecondStepNeeded):
        sign_in_as(desk)
    told = desk.call(show_profile, by=aditya).second_step
    assert (told.since, told.recovery_codes_left, told.demanded) == (desk.clock.now(), 8, False)
    standing = desk.found(STANDINGS, aditya.id)
    assert standing is not None
    assert standing.second_step
    assert [it.position_id for it in standing.held] == [aditya.position_id]


def test_a_wrong_code_confirms_nothing_is_counted_and_locks(desk: Desk, aditya: Actor, phone: Authenticator) -> None:
    for expected in (WrongSecondStep, WrongSecondStep, WrongSecondStep, WrongSecondStep, LockedOut):
        with pytest.raises(expected):
            confirm(desk, aditya, Secret("000000"))
    with pytest.raises(LockedOut):
        confirm(desk, aditya, phone.code())
    assert sign_in_as(desk)[0].person.id == aditya.id


def test_what_was_not_begun_or_is_on_cannot_be_confirmed(desk: Desk, aditya: Actor, phone: Authenticator) -> None:
    confirm(desk, aditya, phone.code())
    for person in (aditya, desk.employee("Rina")):
        with pytest.raises(SecondStepNotBegun):
            confirm(desk, person, phone.code(1))
