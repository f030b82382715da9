"""Turning one's own second step off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.domain.second_step import SecondStepDemanded, SecondStepNeeded
from functions.portal.end_second_step import SecondStepToEnd, end_second_step
from functions.portal.prove_again import PasswordAgain, prove_again
from functions.portal.records import SECOND_STEPS
from shared.accounts.proof import ProofNeeded
from shared.directory.standing import ROLES, Role
from shared.values import Secret
from tests.portal.accounts import PASSWORD, sign_in_as
from tests.portal.second_steps import Authenticator, with_second_step

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def phone(desk: Desk, aditya: Actor) -> Authenticator:
    return with_second_step(desk, aditya)


def prove(desk: Desk, by: Actor, code: Secret | None) -> None:
    desk.call(prove_again, PasswordAgain(Secret(PASSWORD), code), by=by)


def test_after_a_proof_with_a_code_it_is_off_and_its_secret_forgotten(
    desk: Desk, aditya: Actor, phone: Authenticator
) -> None:
    with pytest.raises(SecondStepNeeded):
        prove(desk, aditya, None)
    with pytest.raises(ProofNeeded):
        desk.call(end_second_step, SecondStepToEnd(), by=aditya)
    prove(desk, aditya, phone.code())

    assert not desk.call(end_second_step, SecondStepToEnd(), by=aditya).already

    assert sign_in_as(desk)[0].person.id == aditya.id
    step = desk.found(SECOND_STEPS, aditya.id)
    assert step is not None
    assert (step.secret, step.recovery) == (Secret(""), ())
    assert desk.call(end_second_step, SecondStepToEnd(), by=aditya).already


def test_where_a_role_demands_it_it_stays_on(desk: Desk, aditya: Actor, phone: Authenticator) -> None:
    desk.given(ROLES, Role("role-aditya", "Penanda tangan", (), demands_second_step=True))
    prove(desk, aditya, phone.code())
    with pytest.raises(SecondStepDemanded):
        desk.call(end_second_step, SecondStepToEnd(), by=aditya)
