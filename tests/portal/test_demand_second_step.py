"""A role that gives its rights only to who has a second step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.portal.demand_second_step import SecondStepToDemand, demand_second_step
from functions.portal.domain.second_step import OwnSecondStepFirst
from functions.portal.prove_again import PasswordAgain, prove_again
from shared.accounts.proof import ProofNeeded
from shared.adapters.local_identity import LocalIdentity
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.values import Secret
from tests.portal.accounts import PASSWORD, sign_in_as
from tests.portal.offices import Office, make_office
from tests.portal.second_steps import with_second_step

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

ADITYAS = "role-aditya"


@pytest.fixture
def office(desk: Desk) -> Office:
    made = make_office(desk)
    phone = with_second_step(desk, made.administrator)
    desk.call(prove_again, PasswordAgain(Secret(PASSWORD), phone.code()), by=made.administrator)
    return made


def demand(office: Office, *, demanded: bool = True, role: str = ADITYAS) -> bool:
    asked = SecondStepToDemand(role, demanded)
    return bool(office.desk.call(demand_second_step, asked, by=office.administrator).already)


def rights(desk: Desk, person: Actor) -> frozenset[Permission]:
    """Return what somebody may do whom no process remembers."""
    identity = LocalIdentity(lambda: ["a key of the tests, long enough to sign"], desk.records)
    now = desk.clock.now()
    return identity.actor(identity.access_token(person.id, "session", now).text, now).permissions


def test_without_a_second_step_the_role_gives_nothing_and_signing_in_says_why(
    desk: Desk, office: Office, aditya: Actor
) -> None:
    assert rights(desk, aditya) == {Permission.ATTEND}
    assert not demand(office)

    assert rights(desk, aditya) == frozenset()
    person = sign_in_as(desk)[0].person
    assert (person.permissions, person.must_add_second_step) == ((), True)

    with_second_step(desk, aditya)
    assert rights(desk, aditya) == {Permission.ATTEND}


def test_demanding_it_again_changes_nothing_and_it_can_be_taken_back(desk: Desk, office: Office, aditya: Actor) -> None:
    demand(office)
    assert demand(office)
    assert not demand(office, demanded=False)
    assert rights(desk, aditya) == {Permission.ATTEND}


def test_who_demands_it_has_one_and_has_just_proved_it(desk: Desk, aditya: Actor) -> None:
    office = make_office(desk)
    assert aditya.permissions
    with pytest.raises(ProofNeeded):
        demand(office)
    office.prove(office.administrator)
    with pytest.raises(OwnSecondStepFirst):
        demand(office)


def test_an_unknown_role_is_not_found(office: Office) -> None:
    with pytest.raises(RecordMissing):
        demand(office, role="tidak-ada")
