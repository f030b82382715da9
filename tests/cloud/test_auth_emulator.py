"""Signing in at the Firebase Auth emulator: for a developer's machine, with tokens that nobody has signed."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

from functions.portal.domain.issuer_sign_in import PersonNotRegistered, SignInNotConfirmed
from functions.portal.show_sign_in_ways import show_sign_in_ways
from shared.accounts.login import LOGINS, Login
from shared.adapters import clock
from shared.adapters.google.auth_emulator import AuthEmulator
from shared.entry import Runtime
from shared.settings import Settings
from tests.cloud.auth_emulator import running_auth_emulator
from tests.cloud.test_settings import COMPLETE
from tests.desk import MORNING
from tests.emulators import new_project
from tests.portal.issuer import Traveller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cloud.auth_emulator import AuthEmulator as Emulator
    from tests.desk import Desk

EMAIL = "aditya@bapenda.example"
STRANGER = "orang.lain@example"
PROJECT = "demo-trowulan"
AT = int(MORNING.timestamp())


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    """The emulator with two accounts, one of an address that it has not verified."""
    with running_auth_emulator(tmp_path_factory.mktemp("auth"), new_project()) as running:
        running.open_account(EMAIL, verified=True)
        running.open_account(STRANGER, verified=False)
        yield running


@pytest.fixture
def traveller(desk: Desk) -> Traveller:
    """A browser of a deployment with the emulator."""
    person = desk.employee("Aditya")
    desk.given(LOGINS, Login(EMAIL, person.id))
    desk.sign_in_issuer = AuthEmulator(PROJECT, desk.public_url)
    return Traveller(desk)


def token(*, algorithm: str = "none", signature: str = "", **claims: Any) -> str:  # noqa: ANN401 -- whatever a forger writes
    told = {
        "iss": f"https://securetoken.google.com/{PROJECT}",
        "aud": PROJECT,
        "sub": "a-uid",
        "email": EMAIL,
        "email_verified": True,
        "iat": AT,
        "exp": AT + 3600,
        **claims,
    }
    parts = (json.dumps(part).encode() for part in ({"alg": algorithm, "typ": "JWT"}, told))
    return ".".join([*(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts), signature])


@pytest.mark.emulator
def test_who_signs_in_at_the_real_emulator_gets_our_own_session(
    desk: Desk, traveller: Traveller, emulator: Emulator
) -> None:
    desk.clock.set(clock.SystemClock().now())  # the emulator's tokens are of now
    desk.sign_in_issuer = AuthEmulator(emulator.project, desk.public_url)
    asked = traveller.leave()
    answer, _ = traveller.come_back(asked["state"], emulator.sign_in(EMAIL))
    assert answer.person.name == "Aditya"


@pytest.mark.emulator
def test_an_address_that_the_emulator_has_not_verified_names_nobody(
    desk: Desk, traveller: Traveller, emulator: Emulator
) -> None:
    desk.clock.set(clock.SystemClock().now())
    desk.given(LOGINS, Login(STRANGER, person_id="p-aditya"))
    desk.sign_in_issuer = AuthEmulator(emulator.project, desk.public_url)
    asked = traveller.leave()
    with pytest.raises(PersonNotRegistered):
        traveller.come_back(asked["state"], emulator.sign_in(STRANGER))


def test_its_token_is_taken_in_place_of_a_code(traveller: Traveller) -> None:
    assert traveller.come_back(traveller.leave()["state"], token())[0].person.name == "Aditya"


@pytest.mark.parametrize(
    "forged",
    [
        token(iss="https://securetoken.google.com/another"),
        token(aud="another"),
        token(exp=AT - 31),
        token(iat=AT - 601),
        token(iat=AT + 31),
        token(sub=None),
        token(algorithm="RS256"),
        token(algorithm="RS256", signature="c2lnbmVk"),
        token(signature="c2lnbmVk"),
        "",
        "..",
        "bnVsbA.bnVsbA.",
        "é.ü.",
    ],
    ids=[
        "issuer", "audience", "expired", "old", "of-the-future", "nobody", "unsigned-rs256", "signed",
        "none-but-signed", "empty", "dots", "nulls", "letters",
    ],
)  # fmt: skip
def test_what_is_not_its_token_is_refused(traveller: Traveller, forged: str) -> None:
    with pytest.raises(SignInNotConfirmed):
        traveller.come_back(traveller.leave()["state"], forged)


def test_no_button_leads_there_for_it_has_no_page(desk: Desk, traveller: Traveller) -> None:
    assert traveller.leave().keys() == {"state"}
    assert desk.request(show_sign_in_ways).get_json() == {"issuer_name": None, "awaits_set_up": False}


def test_it_is_taken_where_it_is_set_alone() -> None:
    assert Runtime(Settings.from_environment(COMPLETE)).sign_in_issuer is None
    local = {**COMPLETE, "FIREBASE_AUTH_EMULATOR_HOST": "127.0.0.1:9099"}
    assert isinstance(Runtime(Settings.from_environment(local)).sign_in_issuer, AuthEmulator)
