"""Leaving for the issuer."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

import pytest

from functions.portal.begin_issuer_sign_in import begin_issuer_sign_in
from functions.portal.domain.issuer_sign_in import IssuerSilent, NoIssuer, derived
from shared.adapters.issuer_keys import IssuerKeys
from shared.adapters.oidc_sign_in import OidcSignIn
from shared.cookies import ISSUER_SIGN_IN
from shared.values import Secret
from tests.portal.issuer import Traveller, open_to

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.oidc.liar import Liar


def test_the_issuer_is_asked_for_a_code_with_all_that_binds_it_to_this_browser(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer)
    traveller = Traveller(desk)
    asked = traveller.leave()

    assert traveller.url.startswith(f"{issuer.url}/authorize?")
    assert traveller.cookie is not None
    verifier = derived(traveller.cookie, "verifier", asked["state"])
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    assert asked == {
        "response_type": "code",
        "client_id": "trowulan",
        "redirect_uri": "https://trowulan.example/masuk/kembali",
        "scope": "openid",
        "state": asked["state"],
        "nonce": derived(traveller.cookie, "nonce", asked["state"]),
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    assert traveller.cookie.reveal() not in traveller.url
    assert verifier not in traveller.url


def test_the_secret_travels_in_a_cookie_of_ten_minutes_that_no_script_reads(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer)
    response = desk.request(begin_issuer_sign_in, json_body={})

    name, _, rest = response.headers["Set-Cookie"].partition("=")
    secret, *flags = rest.split("; ")
    assert name == ISSUER_SIGN_IN.name == "__Host-trowulan-issuer"
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=600"} == set(flags)
    assert len(secret) >= 43
    assert secret not in response.get_data(as_text=True)


def test_each_attempt_is_another_and_two_tabs_share_the_browsers_secret(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer)
    traveller = Traveller(desk)
    first, secret = traveller.leave(), traveller.cookie
    second = traveller.leave()

    assert traveller.cookie == secret
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]
    assert Traveller(desk).leave()["state"] not in (first["state"], second["state"])


def test_where_there_is_no_issuer_one_cannot_leave_for_it(desk: Desk) -> None:
    with pytest.raises(NoIssuer, match="kata sandi"):
        Traveller(desk).leave()


@pytest.mark.parametrize(
    "published",
    [
        {"issuer": "https://elsewhere.example"},
        {"authorization_endpoint": None},
        {"authorization_endpoint": ""},
        {"authorization_endpoint": "http://elsewhere.example/authorize"},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
    ids=str,
)
def test_an_issuer_that_is_not_itself_or_not_encrypted_leads_nowhere(
    desk: Desk, issuer: Liar, published: dict[str, Any]
) -> None:
    issuer.published = published
    open_to(desk, issuer)
    with pytest.raises(IssuerSilent, match="masuk dengan NIP"):
        Traveller(desk).leave()


def test_while_the_issuer_is_down_this_is_said_and_no_cookie_given(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer)
    issuer.is_down = True
    response = desk.request(begin_issuer_sign_in, json_body={})
    assert (response.status_code, response.get_json()["type"]) == (409, "/problems/issuer-silent")
    assert "Set-Cookie" not in response.headers


def test_an_issuer_that_has_gone_since_is_noticed_within_seconds(desk: Desk, issuer: Liar) -> None:
    moment = 0.0
    keys = IssuerKeys(issuer.url, clock=lambda: moment)
    desk.sign_in_issuer = OidcSignIn(issuer.settings(), keys, desk.public_url)
    Traveller(desk).leave()
    issuer.is_down = True
    assert Traveller(desk).leave()  # what was told a moment ago is believed

    moment = 11.0
    with pytest.raises(IssuerSilent):
        Traveller(desk).leave()
    issuer.is_down, moment = False, 17.0
    assert Traveller(desk).leave()


def test_the_journal_knows_neither_secret_nor_state(desk: Desk, issuer: Liar) -> None:
    open_to(desk, issuer)
    traveller = Traveller(desk)
    asked = traveller.leave()
    rows = str(desk.journal())
    assert isinstance(traveller.cookie, Secret)
    for text in (traveller.cookie.reveal(), asked["state"], asked["nonce"]):
        assert text not in rows
