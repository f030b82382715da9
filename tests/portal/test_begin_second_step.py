"""Drawing the secret of a second step."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from functions.portal.begin_second_step import SecondStepToBegin, begin_second_step
from functions.portal.domain.second_step import SecondStepOn
from shared.accounts.proof import ProofNeeded
from tests.portal.offices import Office, make_office
from tests.portal.second_steps import with_second_step

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def office(desk: Desk) -> Office:
    return make_office(desk)


def test_an_authenticator_reads_whose_it_is_and_the_secret(desk: Desk, office: Office, aditya: Actor) -> None:
    office.prove(aditya)
    begun = desk.call(begin_second_step, SecondStepToBegin(), by=aditya)

    uri = urlsplit(begun.uri)
    assert (uri.scheme, uri.netloc, uri.path) == ("otpauth", "totp", "/Trowulan%3AAditya")
    assert parse_qs(uri.query) == {"secret": [begun.secret], "issuer": ["Trowulan"]}
    assert len(begun.secret) == 32
    assert begun.secret not in "".join(map(str, desk.journal()))


def test_begun_again_it_is_another_secret(desk: Desk, office: Office, aditya: Actor) -> None:
    office.prove(aditya)
    assert len({desk.call(begin_second_step, SecondStepToBegin(), by=aditya).secret for _ in range(2)}) == 2


def test_it_asks_for_a_fresh_proof_and_is_refused_where_one_is_on(desk: Desk, office: Office, aditya: Actor) -> None:
    with pytest.raises(ProofNeeded):
        desk.call(begin_second_step, SecondStepToBegin(), by=aditya)
    office.prove(aditya)
    with_second_step(desk, aditya)
    with pytest.raises(SecondStepOn):
        desk.call(begin_second_step, SecondStepToBegin(), by=aditya)
