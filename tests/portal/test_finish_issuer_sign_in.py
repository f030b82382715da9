"""Coming back from the issuer."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from functions.portal.domain.issuer_sign_in import (
    NoIssuer,
    PersonNotRegistered,
    SignInNotBegun,
    SignInNotConfirmed,
    derived,
)
from functions.portal.domain.session import AccountSuspended, SessionEnded
from functions.portal.finish_issuer_sign_in import finish_issuer_sign_in
from shared.accounts.login import LOGINS, Login
from shared.adapters.id_token import subject_login
from shared.cookies import ISSUER_SIGN_IN, REFRESH
from shared.directory.model import PERSONS, Person
from shared.values import Secret
from tests.oidc.liar import CLIENT_SECRET, CODE
from tests.portal.accounts import EMAIL, NIP, refresh_cookie, refreshed
from tests.portal.issuer import Traveller, open_to

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.oidc.liar import Liar

pytestmark = pytest.mark.usefixtures("aditya")


@pytest.fixture
def traveller(desk: Desk, issuer: Liar) -> Traveller:
    """Return a browser of a deployment at which one can sign in by NIP at the issuer."""
    open_to(desk, issuer)
    return Traveller(desk)


def test_who_signs_in_at_the_issuer_gets_our_own_session(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor
) -> None:
    answer, call = traveller.sign_in(issuer, nip=NIP)

    assert (answer.person.id, answer.person.name) == (aditya.id, "Aditya")
    assert answer.expires_at == desk.clock.now() + timedelta(minutes=5)
    assert desk.identity.actor(answer.access_token, desk.clock.now()).id == aditya.id
    assert call.new_cookies.keys() == {REFRESH, ISSUER_SIGN_IN}
    assert call.new_cookies[ISSUER_SIGN_IN] is None
    assert refreshed(desk, refresh_cookie(call))[0].person.id == aditya.id


def test_the_code_is_exchanged_with_its_verifier_for_the_very_address_and_by_the_clients_secret(
    issuer: Liar, traveller: Traveller
) -> None:
    asked = traveller.leave()
    with pytest.raises(SignInNotConfirmed):
        traveller.come_back(asked["state"])

    [(form, authorization)] = issuer.exchanges
    assert traveller.cookie is not None
    assert form == {
        "grant_type": "authorization_code",
        "code": CODE,
        "redirect_uri": asked["redirect_uri"],
        "client_id": "trowulan",
        "code_verifier": derived(traveller.cookie, "verifier", asked["state"]),
    }
    # RFC 6749 section 2.3.1: both are encoded as in a form before they are joined.
    assert base64.b64decode(authorization.removeprefix("Basic ")).decode() == "trowulan:the%20client%27s%20secret"


def test_an_issuer_that_wants_the_secret_in_the_form_gets_it_there(issuer: Liar, traveller: Traveller) -> None:
    issuer.published = {"token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"]}
    traveller.sign_in(issuer, nip=NIP)
    form, authorization = issuer.exchanges[0]
    assert (form["client_secret"], authorization) == (CLIENT_SECRET, "")


def test_a_client_without_a_secret_sends_none(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer, secret="")
    Traveller(desk).sign_in(issuer, nip=NIP)
    form, authorization = issuer.exchanges[0]
    assert ("client_secret" in form, authorization) == (False, "")


# Who the person is


@pytest.mark.parametrize(
    ("claim", "claims"),
    [
        ("nip", {"nip": NIP}),
        ("nip", {"nip": "19940922 201903 1 903"}),
        ("preferred_username", {"preferred_username": NIP}),
        ("email", {"email": EMAIL, "email_verified": True}),
    ],
)
def test_the_claim_that_is_set_tells_the_login(
    desk: Desk, issuer: Liar, aditya: Actor, claim: str, claims: dict[str, Any]
) -> None:
    open_to(desk, issuer, claim=claim)
    assert Traveller(desk).sign_in(issuer, **claims)[0].person.id == aditya.id


def test_a_subject_is_a_person_of_this_issuer_alone_and_its_capitals_count(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer, claim="sub")
    sari = desk.employee("Sari")
    desk.given(LOGINS, Login(subject_login(issuer.url, "Abc"), sari.id))
    desk.given(LOGINS, Login(subject_login("https://elsewhere.example", "abc"), sari.id))

    assert Traveller(desk).sign_in(issuer, sub="Abc")[0].person.id == sari.id
    with pytest.raises(PersonNotRegistered):
        Traveller(desk).sign_in(issuer, sub="abc")


@pytest.mark.parametrize(
    ("claim", "claims"),
    [
        ("nip", {"nip": "199409222019031904"}),
        ("nip", {"nip": ""}),
        ("nip", {"nip": None}),
        ("nip", {"nip": 199409222019031903}),
        ("nip", {"nip": [NIP]}),
        ("nip", {"sub": NIP}),
        ("sub", {"sub": NIP}),
        ("email", {"email": EMAIL}),
        ("email", {"email": EMAIL, "email_verified": False}),
        ("email", {"email": EMAIL, "email_verified": "true"}),
    ],
)
def test_whom_nobody_has_registered_is_told_what_to_do(
    desk: Desk, issuer: Liar, claim: str, claims: dict[str, Any]
) -> None:
    open_to(desk, issuer, claim=claim)
    with pytest.raises(PersonNotRegistered, match="pengelola kepegawaian"):
        Traveller(desk).sign_in(issuer, **claims)


def test_a_suspended_person_is_told_so_and_gets_no_session(
    desk: Desk, issuer: Liar, traveller: Traveller, aditya: Actor
) -> None:
    desk.given(PERSONS, Person(aditya.id, "Aditya", NIP, suspended=True))
    with pytest.raises(AccountSuspended, match="pengelola kepegawaian"):
        traveller.sign_in(issuer, nip=NIP)


def test_a_login_whose_person_is_gone_opens_nothing(desk: Desk, issuer: Liar, traveller: Traveller) -> None:
    desk.given(LOGINS, Login("hilang", person_id="p-hilang"))
    with pytest.raises(SessionEnded):
        traveller.sign_in(issuer, nip="hilang")


# Which browser


def test_a_state_of_another_browser_is_refused_before_the_issuer_is_asked(
    desk: Desk, issuer: Liar, traveller: Traveller
) -> None:
    other = Traveller(desk)
    stolen = other.leave()["state"]
    traveller.leave()
    with pytest.raises(SignInNotBegun, match="Mulai lagi"):
        traveller.come_back(stolen)
    with pytest.raises(SignInNotBegun):
        Traveller(desk).come_back(stolen)
    assert issuer.exchanges == []


@pytest.mark.parametrize("state", ["x", ".", "..", "1.2.3", "é.ü.ö", "9999999999.a."])
def test_a_state_that_is_none_is_refused(traveller: Traveller, state: str) -> None:
    traveller.leave()
    with pytest.raises(SignInNotBegun):
        traveller.come_back(state)


def test_a_state_is_good_for_ten_minutes(desk: Desk, issuer: Liar, traveller: Traveller) -> None:
    asked = traveller.leave()
    desk.clock.pass_(minutes=10)
    with pytest.raises(SignInNotBegun):
        traveller.come_back(asked["state"])

    asked = traveller.leave()
    desk.clock.pass_(minutes=9.9)
    issuer.gives(issuer.id_token(desk.clock.now(), nonce=asked["nonce"], nip=NIP))
    assert traveller.come_back(asked["state"])[0].person.name == "Aditya"


def test_a_page_of_another_site_cannot_bring_a_browser_back(desk: Desk, issuer: Liar, traveller: Traveller) -> None:
    asked = traveller.leave()
    issuer.gives(issuer.id_token(desk.clock.now(), nonce=asked["nonce"], nip=NIP))
    assert traveller.cookie is not None
    headers = {"Cookie": f"{ISSUER_SIGN_IN.name}={traveller.cookie.reveal()}", "Origin": "https://jahat.example"}
    response = desk.request(finish_issuer_sign_in, json_body={"code": CODE, "state": asked["state"]}, headers=headers)
    assert (response.status_code, response.get_json()["type"]) == (403, "/problems/sign-in-not-begun")
    assert "Set-Cookie" not in response.headers


def test_a_browser_gets_our_refresh_cookie_and_forgets_its_attempt(
    desk: Desk, issuer: Liar, traveller: Traveller
) -> None:
    asked = traveller.leave()
    issuer.gives(issuer.id_token(desk.clock.now(), nonce=asked["nonce"], nip=NIP))
    assert traveller.cookie is not None
    response = desk.request(
        finish_issuer_sign_in,
        json_body={"code": CODE, "state": asked["state"]},
        headers={"Cookie": f"{ISSUER_SIGN_IN.name}={traveller.cookie.reveal()}", "Origin": "http://localhost"},
    )
    assert response.status_code == 200
    kept, forgotten = response.headers.getlist("Set-Cookie")
    assert kept.startswith(f"{REFRESH.name}=")
    assert forgotten.startswith(f"{ISSUER_SIGN_IN.name}=; ")
    assert "Max-Age=0" in forgotten


def test_where_there_is_no_issuer_nobody_comes_back_from_it(desk: Desk) -> None:
    with pytest.raises(NoIssuer):
        Traveller(desk, Secret("a-cookie")).come_back("1.2.3")
